import { DEEDS } from '../../src/conversation/phone/on-phone.ts';
import { transcriptsOf } from '../../src/cli/flows-test/transcripts-of.ts';
import { memoryLibrary } from '../media/memory-library.ts';
import { shipped } from '../flows/shipped.ts';
import { testClock } from '../universe/time.ts';
import { AuthorsHouse } from './authors-house.ts';
import { type AuthorsTalk, isPossible, playOn } from './authors-talk.ts';
import type { RigMaker } from './rig.ts';

/** Where a rehearsal's clock stands at first. */
export const FIRST_MOMENT = Date.UTC(2026, 0, 15, 9);
/** Talks at a time, where a channel has many people. */
const AT_ONCE = 8;

/** Every transcript of every shipped flow, but for those that end with the phone in other hands: there it asks who it is. */
export const authorsTalks = (): AuthorsTalk[] =>
  [...shipped.set.flows.values()].flatMap((flow) =>
    transcriptsOf(flow)
      .filter(({ talk }) => !JSON.stringify(talk).includes(DEEDS.who))
      .map((transcript) => ({ flow: flow.id, transcript })),
  );

export interface Played {
  talks: number;
  /** What people did in them. */
  deeds: number;
  /** Talks in which somebody sends what this channel has not. */
  impossible: number;
}

/** Plays talks on one channel, each with a person of its own. Fails at the first that goes another way. */
export async function playAll(maker: RigMaker, talks: readonly AuthorsTalk[]): Promise<Played> {
  const possible = talks.filter((talk) => isPossible(talk, maker));
  let deeds = 0;
  for (const lang of shipped.languages) {
    const own = possible.filter(({ transcript }) => transcript.lang === lang);
    // Where time passes it passes for everybody, so these talk alone.
    const alone = own.filter(({ transcript }) => transcript.talk.some(({ deed }) => deed && 'wait' in deed));
    const others = own.filter((talk) => !alone.includes(talk));
    const one = maker.people === 'one';
    for (const group of [...(one ? others.map((talk) => [talk]) : [others]), ...alone.map((talk) => [talk])])
      deeds += await inOneHouse(maker, lang, group);
  }
  return { talks: possible.length, deeds, impossible: talks.length - possible.length };
}

async function inOneHouse(maker: RigMaker, lang: string, talks: readonly AuthorsTalk[]): Promise<number> {
  const house = new AuthorsHouse(testClock(FIRST_MOMENT), shipped.deps(lang));
  const rig = await maker.open(house.receive, memoryLibrary());
  try {
    house.opens(rig.channel);
    const left = [...talks.entries()];
    let deeds = 0;
    const talkOn = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const done = await playOn(house, rig.person(next[0]), next[1]);
        deeds += done;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, talkOn));
    await house.idle();
    return deeds;
  } finally {
    await rig.close();
  }
}
