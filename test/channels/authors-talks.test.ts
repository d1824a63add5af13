import { describe, expect, it } from '@jest/globals';
import { type AuthorsTalk } from './authors-talk.ts';
import { EVERY_CHANNEL } from './every-channel.ts';
import { authorsTalks, playAll } from './play-all.ts';

/** A busy machine; alone each takes one or two seconds. */
const LONG_MS = 60_000;

/** One of each flow and language, another on each channel; all of them on all channels are the trial C11. */
function sample(nth: number): AuthorsTalk[] {
  const byFlow = new Map<string, AuthorsTalk[]>();
  for (const talk of authorsTalks()) {
    const key = `${talk.flow} ${talk.transcript.lang}`;
    byFlow.set(key, [...(byFlow.get(key) ?? []), talk]);
  }
  return [...byFlow.values()].flatMap((talks) => talks[nth % talks.length] ?? []);
}

describe('C11: what the authors of the shipped flows wrote down is what people see, and what is saved', () => {
  it.each(EVERY_CHANNEL.map((maker, nth) => [maker.name, maker, sample(nth)] as const))(
    'on %s',
    async (_name, maker, talks) => {
      const played = await playAll(maker, talks);
      expect(played.talks).toBeGreaterThan(talks.length / 2);
      expect(played.talks + played.impossible).toBe(talks.length);
    },
    LONG_MS,
  );
});
