import { describe, expect, it } from '@jest/globals';
import { memoryLibrary } from '../media/memory-library.ts';
import { profileFor, shipped } from '../flows/shipped.ts';
import { testClock } from '../universe/time.ts';
import { AuthorsHouse, beginningOf } from './authors-house.ts';
import type { AuthorsTalk } from './authors-talk.ts';
import { EVERY_CHANNEL } from './every-channel.ts';
import { authorsTalks, FIRST_MOMENT, playAll } from './play-all.ts';
import { until } from './until.ts';

/** A busy machine; alone each takes a second or two. */
const LONG_MS = 60_000;

/** One transcript of every other flow and language, others on each channel; all of them on all channels: the trial C11. */
function sample(nth: number): AuthorsTalk[] {
  const byFlow = new Map<string, AuthorsTalk[]>();
  for (const talk of authorsTalks()) {
    const key = `${talk.flow} ${talk.transcript.lang}`;
    byFlow.set(key, [...(byFlow.get(key) ?? []), talk]);
  }
  const half = [...byFlow.values()].filter((_, at) => (at + nth) % 2 === 0);
  return half.flatMap((talks) => talks[nth % talks.length] ?? []);
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

describe('C12: two quick taps on one question are one step', () => {
  // Who types a number twice may mean it twice.
  const pressed = EVERY_CHANNEL.filter(
    ({ people, typed, wordsAlone }) => people === 'many' && !typed && !wordsAlone,
  );

  it.each(pressed.map((maker) => [maker.name, maker] as const))(
    'on %s',
    async (_name, maker) => {
      const house = new AuthorsHouse(testClock(FIRST_MOMENT), shipped.deps('fr'));
      const rig = await maker.open(house.receive, memoryLibrary());
      try {
        house.opens(rig.channel);
        const awa = rig.person(1);
        const guest = house.expects(awa.address, profileFor('menu', 'fr'), () => undefined);
        await awa.says(beginningOf('menu'));
        await until(async () => (await awa.sees()).length === 1);
        const label = shipped.speaker.say('fr', { flow: 'menu', key: 'choix.choices.langue' });
        await Promise.all([awa.taps(label), awa.taps(label)]);
        await until(
          () => guest.served() === 3,
          () => guest.served(),
        );
        await house.idle();
        const asked = shipped.speaker.say('fr', { flow: 'langue', key: 'langue.ask' });
        expect((await awa.sees()).slice(1).map(({ text }) => text)).toEqual([asked]);
        expect(guest.events().filter(({ kind }) => kind === 'answered')).toHaveLength(1);
      } finally {
        await rig.close();
      }
    },
    LONG_MS,
  );
});
