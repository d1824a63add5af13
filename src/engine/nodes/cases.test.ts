import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { rendered } from '../../../test/engine/rendered.ts';
import { buildSet, Talk } from '../../../test/engine/talk.ts';
import { inputOf } from '../../../test/engine/inputs.ts';
import { duration, millisecondsOf } from '../duration.ts';
import { NODE_KINDS } from './index.ts';

/** 1 January 1970, 09:00: nobody is reminded at night. */
const MORNING_MS = 9 * 3_600_000;
const passing = z.strictObject({ pass: duration });

/** A case of a kind's `cases.yaml`: flows, then turns, each with what must come of it. */
interface Case {
  name: string;
  flows: Record<string, string>;
  turns: { in: unknown; out: string[] }[];
}

describe.each(Object.keys(NODE_KINDS))('F1, F2: a step %s', (kind) => {
  const cases = parse(readFileSync(new URL(`./${kind}/cases.yaml`, import.meta.url), 'utf8')) as Case[];
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { flows, turns }) => {
    const talk = new Talk(buildSet(flows));
    talk.clock = MORNING_MS;
    for (const turn of turns) expect(played(talk, turn.in)).toEqual(turn.out);
  });
});

/** `{ pass: 24h }` lets time pass; what then happens by itself stands in order. */
function played(talk: Talk, deed: unknown): string[] {
  const { data } = passing.safeParse(deed);
  if (data === undefined) return rendered(talk.turn(inputOf(deed)));
  return talk.pass(millisecondsOf(data.pass)).flatMap(rendered);
}

it('F1: every kind has its folder and its cases', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
  const kinds = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(kinds.sort()).toEqual(Object.keys(NODE_KINDS).sort());
});
