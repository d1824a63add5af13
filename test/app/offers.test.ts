import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEEDS } from '../../src/conversation/phone/on-phone.ts';
import { OFFERED } from '../../src/app/offers.ts';
import type { EffectKind } from '../../src/conversation/ports.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Installation, installation } from './installation.ts';
import { PATIENCE_MS, type RunningHere, startHere } from './running.ts';

describe('F7: what flows are told they may call and ask for', () => {
  let database: TestDatabase;
  let place: Installation;
  let running: RunningHere;

  beforeAll(async () => {
    database = await testDatabase();
    place = await installation({ MONGODB_URI: database.uri });
    running = await startHere(place);
  }, PATIENCE_MS);
  afterAll(async () => {
    await running.stop();
    await place.remove();
    await database.drop();
  });

  it('is every call of the capabilities, once', () => {
    const calls = running.house.capabilities.flatMap((each) => each.calls.map(({ name }) => name));
    expect([...OFFERED.calls].sort()).toEqual(calls.sort());
  });

  it('names what each takes as the capability reads it', () => {
    const { capabilities } = running.house;
    const kinds = capabilities.flatMap(({ calls, effects }) => [...calls, ...effects]);
    const read = kinds.flatMap(({ name, params }) => {
      const shape = OFFERED.shapes?.[name];
      return shape && params instanceof z.ZodObject ? [{ name, takes: Object.keys(params.shape) }] : [];
    });
    expect(read.length).toBeGreaterThan(OFFERED.calls.length);
    for (const { name, takes } of read)
      expect({ name, takes }).toEqual({ name, takes: OFFERED.shapes?.[name]?.takes });
  });

  it('says which calls take something for the person: nobody goes back past them', () => {
    const calls = running.house.capabilities.flatMap((each) => each.calls);
    for (const { name, kind } of calls)
      expect({ name, claims: OFFERED.shapes?.[name]?.claims === true }).toEqual({
        name,
        claims: kind === 'claims',
      });
  });

  it('is only effects that some capability or the conversation itself does, and every one named as a flow asks for it', () => {
    const effects = running.house.capabilities.flatMap((each) => each.effects);
    const own: readonly string[] = Object.values(DEEDS);
    for (const offered of OFFERED.effects.filter((each) => !own.includes(each)))
      expect({ offered, done: effects.some((kind) => does(kind, offered)) }).toEqual({ offered, done: true });
    const asked = effects.filter((kind) => does(kind, kind.name)).map(({ name }) => name);
    expect(OFFERED.effects).toEqual(expect.arrayContaining(asked));
  });
});

/** What those ask for that overlook what they cannot read. */
const SHOWN = {
  rythme: 'all',
  themes: '',
  region: '',
  numero: 'ML-2026-0001',
  utile: true,
  un: 'a',
  ...{ what: 'sex', value: 'femme' },
  question: 'q',
  answer: 'a',
};

/** Parameters it would refuse still show that it listens. */
function does(kind: EffectKind, effect: string): boolean {
  const event = { kind: 'asked_for', effect, params: SHOWN } as const;
  const place = { session: null, lang: 'fr' };
  try {
    const asked = kind.from(event);
    // Some look at the whole turn.
    const seen = kind.fromTurn?.({ now: 0, before: place, after: place, walk: [], events: [event] }) ?? [];
    return asked.length + seen.length > 0;
  } catch {
    return true;
  }
}
