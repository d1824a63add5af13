import { expect, it } from '@jest/globals';
import { rehearsedCalls as explainerCalls } from '../capabilities/explainers/chat/rehearsed.ts';
import { rehearsedCalls as timelineCalls } from '../capabilities/timeline/chat/rehearsed.ts';
import { rehearsedCalls as updateCalls } from '../capabilities/updates/chat/rehearsed.ts';
import { rehearsedCalls as volunteerCalls } from '../capabilities/volunteers/rehearsed.ts';
import type { CallContext } from '../conversation/ports.ts';
import { OFFERED } from './offers.ts';

/** Parameters that show one of each example a rehearsal knows, and nothing. */
const PARAMS = ['match', 'gare', 'perdu', null].map((activite) => ({
  ...{ activite, all: true, apres: null, numero: 'ML-2026-0002' },
  choix: 'toutes',
}));
const calls = [...explainerCalls, ...timelineCalls, ...updateCalls, ...volunteerCalls];

it('F7: every call and effect says what it takes, every call what it brings', () => {
  const shaped = Object.entries(OFFERED.shapes ?? {});
  expect(shaped.map(([name]) => name).sort()).toEqual([...OFFERED.calls, ...OFFERED.effects].sort());
  expect(
    shaped
      .filter(([, { gives }]) => gives !== undefined)
      .map(([name]) => name)
      .sort(),
  ).toEqual([...OFFERED.calls].sort());
});

it.each(calls.map((call) => [call.name, call] as const))(
  'F7: what %s brings is what flows are told it brings',
  async (name, call) => {
    const brought = await Promise.all(PARAMS.map((params) => call.run(params, {} as CallContext)));
    const fields = new Set(brought.flatMap((value) => (isRecord(value) ? Object.keys(value) : [])));
    expect([...fields].sort()).toEqual([...(OFFERED.shapes?.[name]?.gives ?? [])].sort());
  },
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
