import { refusal } from '../../../domain/faults.ts';
import { DEMO_MARK } from '../mark.ts';
import { type Hold, type HoldDeps, takeHold } from './hold.ts';
import { inParallel } from './in-parallel.ts';
import { playCampaign, type PlayDeps } from './play.ts';
import { type DemoRecord, type DemoState, stateAt } from './record.ts';

/** Invented people erased side by side. */
const WIDTH = 12;

export interface CampaignDeps extends HoldDeps, PlayDeps {
  /** Invented people, as the store finds them by the mark of their ids. */
  invented: {
    others(most?: number): Promise<number>;
    ids(): Promise<string[]>;
    quieten(): Promise<void>;
    remove(): Promise<void>;
  };
  /** Erases a person over all capabilities, as "effacer" does. */
  erase: (person: string) => Promise<void>;
  /** Take away what invented staff made; each may be repeated. */
  sweeps: readonly ((mark: string) => Promise<void>)[];
  production: boolean;
}

export interface LoadOrder {
  people: number;
  seed: number;
  /** Whose staff the invented work is shown to. */
  org: string;
  /** Whoever asks says that this is no live campaign, though it looks like one. */
  notLive: boolean;
}

export interface Campaign {
  look(): Promise<{ state: DemoState; record: DemoRecord | null }>;
  /** Real people, who would stand beside the invented ones; `most`: from so many on it is not counted any further. */
  realPeople(most?: number): Promise<number>;
  /** What forbids a load, as a thrown refusal. */
  checkLoad: (order: LoadOrder) => Promise<void>;
  /**
   * Loads the whole of it; what an interrupted load left is cleared first.
   * @throws Fault `demo_loaded`, `demo_live` or `demo_busy`
   */
  load(order: LoadOrder, signal: AbortSignal): Promise<Work>;
  /**
   * Takes all of it away, and nothing else. `null`: there is nothing.
   * @throws Fault `demo_busy`
   */
  clear(signal: AbortSignal): Promise<Work | null>;
}

/** Something taken in hand. */
export interface Work {
  /** Resolves when it is whole; rejects with `demo_interrupted` when the signal came. */
  ended: Promise<void>;
}

export function campaign(deps: CampaignDeps): Campaign {
  const { records, clock, invented, production } = deps;
  const look = async (): Promise<{ state: DemoState; record: DemoRecord | null }> => {
    const record = await records.find();
    return { state: stateAt(record, clock.now()), record };
  };
  const checkLoad = async ({ notLive }: LoadOrder): Promise<void> => {
    if ((await look()).state === 'loaded')
      throw refusal('demo_loaded', 'The demo campaign is loaded already: `benkan demo clear` removes it.');
    if (notLive) return;
    if (production)
      throw refusal(
        'demo_live',
        'NODE_ENV is production: invented people have no place in a live campaign. If this is none, add --yes-this-is-not-live.',
      );
    const real = await invented.others();
    if (real > 0)
      throw refusal(
        'demo_live',
        `${real} real ${real === 1 ? 'person has' : 'people have'} written here; their data stays as it is, but figures would mix. If this is no live campaign, add --yes-this-is-not-live.`,
      );
  };
  return {
    look,
    realPeople: (most) => invented.others(most),
    checkLoad,
    async load(order, signal) {
      await checkLoad(order);
      const { people, seed } = order;
      const { record } = await look();
      const hold = await takeHold(deps, record, { state: 'loading', people, seed }, signal);
      return inHand(hold, async () => {
        await wipe(deps, hold);
        await playCampaign(deps, order, hold);
        hold.check();
        await hold.settle();
      });
    },
    async clear(signal) {
      const { record } = await look();
      if (record === null && (await invented.ids()).length === 0) return null;
      const { people = 0, seed = 0 } = record ?? {};
      const hold = await takeHold(deps, record, { state: 'clearing', people, seed }, signal);
      return inHand(hold, async () => {
        await wipe(deps, hold);
        await hold.remove();
      });
    },
  };
}

function inHand(hold: Hold, work: () => Promise<void>): Work {
  const ended = work().catch(async (cause: unknown) => {
    await hold.letGo();
    throw cause;
  });
  return { ended };
}

/** The people themselves go last: by them everything else is found, should this end half-way. */
async function wipe({ invented, erase, sweeps }: CampaignDeps, hold: Hold): Promise<void> {
  await invented.quieten();
  // First what people signed up for: nobody is told that a place became free.
  for (const sweep of sweeps) await sweep(DEMO_MARK);
  const people = await invented.ids();
  let done = 0;
  await inParallel(WIDTH, people, async (person) => {
    hold.check();
    await erase(person);
    done += 1;
    hold.progress(done, people.length);
  });
  await invented.remove();
}
