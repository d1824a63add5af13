import { describe, expect, it } from '@jest/globals';
import { profilesCall } from '../../src/capabilities/people/profiles/call.ts';
import { memoryLibrary } from '../media/memory-library.ts';
import { profileFor, shipped } from '../flows/shipped.ts';
import { testClock } from '../universe/time.ts';
import { AuthorsHouse, beginningOf } from './authors-house.ts';
import type { AuthorsTalk } from './authors-talk.ts';
import { EVERY_CHANNEL } from './every-channel.ts';
import { authorsTalks, FIRST_MOMENT, playAll } from './play-all.ts';
import { until } from './until.ts';

/** A busy machine; alone each takes a second or two. */
const LONG_MS = 600_000;

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

/** The web chat, a platform with buttons, and one where all is typed. */
const SHARED_ON = /^(?:web|sms|telegram.*webhook.*)$/iu;

describe('C6: two people on one phone, each in their own language, with their own agreement and answers', () => {
  const made = EVERY_CHANNEL.filter(({ name }) => SHARED_ON.test(name));

  it.each(made.map((maker) => [maker.name, maker] as const))(
    'on %s',
    async (_name, maker) => {
      const deps = shipped.deps('fr');
      const profiles = profilesCall(deps.speaker);
      const calls = deps.calls.map((call) => (call.name === profiles.name ? profiles : call));
      const house = new AuthorsHouse(testClock(FIRST_MOMENT), { ...deps, calls });
      const rig = await maker.open(house.receive, memoryLibrary());
      try {
        house.opens(rig.channel);
        const phone = rig.person(1);
        const guest = house.expects(phone.address, profileFor('menu', 'fr'), () => undefined);
        const seen: string[] = [];
        const says = async (does: () => void | Promise<void>): Promise<string> => {
          const served = guest.served();
          const before = (await phone.sees()).length;
          await does();
          await until(() => guest.served() > served);
          await house.idle();
          const said = (await phone.sees()).slice(before).map(({ text }) => text);
          seen.push(...said);
          return said.join('\n');
        };
        await says(() => phone.says(beginningOf('sondage-paix')));
        await says(() => phone.says('changer'));
        await says(() => phone.taps('Une autre personne'));
        expect(await says(() => phone.taps('Une autre personne'))).toContain('Lune');
        await says(() => phone.taps('Bamanankan'));
        expect(seen.at(-1)).not.toContain('Tu es');
        await says(() => phone.says('1'));
        await says(() => phone.says('yɛlɛma'));
        const back = await says(() => phone.says('1'));
        expect(back).toContain(shipped.speaker.say('fr', { flow: 'sondage-paix', key: 'priorite.ask' }));
        await says(() => phone.says('2'));
        const answered = guest.events().flatMap((event) => (event.kind === 'answered' ? [event.step] : []));
        expect(answered.filter((step) => step === 'priorite')).toHaveLength(1);
        const agreed = guest
          .events()
          .flatMap((event) => (event.kind === 'profile_changed' ? [event.path] : []));
        expect(agreed).toEqual(expect.arrayContaining(['lang', 'consents.base']));
      } finally {
        await rig.close();
      }
    },
    LONG_MS,
  );
});
