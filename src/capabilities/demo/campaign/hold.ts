import type { Chance, Clock } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { type DemoRecord, type DemoRecords, stateAt } from './record.ts';

const BEAT_MS = 1000;

/** The demonstration in one's own hands: others see how far it is, and keep off. */
export interface Hold {
  /** Steps that are finished, of so many. */
  progress(done: number, total: number): void;
  /** Throws where the work is to end: it was told to, or somebody else has taken over. */
  check(): void;
  /** The load is whole. */
  settle(): Promise<void>;
  /** The demonstration is gone. */
  remove(): Promise<void>;
  /** Lets go; what is not finished may be taken up by anybody at once. */
  letGo(): Promise<void>;
}

export interface HoldDeps {
  records: DemoRecords;
  clock: Clock;
  chance: Chance;
}

/**
 * Takes the demonstration in hand.
 * @throws Fault `demo_busy` while somebody else works on it
 */
export async function takeHold(
  { records, clock, chance }: HoldDeps,
  seen: DemoRecord | null,
  work: Pick<DemoRecord, 'state' | 'seed' | 'people'>,
  signal: AbortSignal,
): Promise<Hold> {
  const holder = chance.token(12);
  const at = { done: 0, total: 1 };
  if (['loading', 'clearing'].includes(stateAt(seen, clock.now()))) throw busy();
  const mine = { ...work, ...at, holder, beat: clock.now(), began: dayOf(clock.now()) };
  if (!(await records.take(seen, mine))) throw busy();

  let lost = false;
  let over = false;
  let beating = Promise.resolve();
  const beat = async (): Promise<void> => {
    // An outage ends the work by itself; a beat must not.
    const ours = await records.beat(holder, { ...at, beat: over ? 0 : clock.now() }).catch(() => true);
    lost ||= !ours;
  };
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, BEAT_MS);
  const end = async (): Promise<void> => {
    over = true;
    clearInterval(timer);
    await beating;
  };
  return {
    progress: (done, total) => void Object.assign(at, { done, total }),
    check() {
      if (signal.aborted) throw interrupted();
      if (lost) throw busy();
    },
    async settle() {
      await end();
      if (!(await records.settle(holder))) throw busy();
    },
    async remove() {
      await end();
      await records.remove(holder);
    },
    async letGo() {
      await end();
      await beat();
    },
  };
}

const busy = (): Error =>
  refusal(
    'demo_busy',
    'The demo campaign is being loaded or cleared by another process: wait until it has ended, or stop it.',
  );

const interrupted = (): Error =>
  refusal(
    'demo_interrupted',
    'Stopped half-way. `benkan demo load` starts over, `benkan demo clear` removes what there is.',
  );
