import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { StaffContext, StaffPerson } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { isInScope, READERS } from '../model/lifecycle.ts';
import { BEFORE_SENDING } from '../model/states.ts';
import { languagesOf } from '../model/texts.ts';
import { refused } from '../refused.ts';
import { openReach, type Tester } from './tester.ts';
import type { TestersStore } from './testers-store.ts';
import { MOST_A_DAY, MOST_TRIALS, talkKey, type Trial, trialId } from './trial.ts';
import { tryOf } from './trial-due.ts';
import type { TrialsStore } from './trials-store.ts';

export interface TrialDeskDeps {
  trials: TrialsStore;
  testers: Pick<TestersStore, 'of'>;
  dues: Pick<DueDates, 'set'>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  /** An account that may still sign in; `undefined`: there is none. */
  colleague: (account: string) => Promise<StaffPerson | undefined>;
}

/** What a person saw when they ordered a test. */
export interface TrialOrder {
  seen: string;
  /** The number of the test the button was for, from 1 on. */
  nth: number;
}

export interface TrialDesk {
  /** Testers who may read this broadcast. */
  testersOf(broadcast: Broadcast): Promise<Tester[]>;
  /**
   * Orders a test of what stands there now; the same order again changes nothing.
   * @throws Fault `role`, `wrong_state`, `changed`, `empty`, `no_testers` or `too_many_trials`
   */
  order(
    actor: Pick<StaffContext, 'person' | 'audit'>,
    broadcast: Broadcast,
    order: TrialOrder,
  ): Promise<void>;
}

export function trialDesk(deps: TrialDeskDeps): TrialDesk {
  const { trials, testers, dues, clock } = deps;
  const testersOf: TrialDesk['testersOf'] = async (broadcast) => {
    const all = await testers.of(broadcast.org);
    const may = await Promise.all(
      all.map(async ({ account }) => mayRead(await deps.colleague(account), broadcast)),
    );
    return all.filter((_tester, at) => may[at]);
  };
  return {
    testersOf,
    async order(actor, broadcast, { seen, nth }) {
      if (!BEFORE_SENDING.some((state) => state === broadcast.state)) throw refused('wrong_state');
      if (seen !== broadcast.hash) throw refused('changed');
      if (languagesOf(broadcast.content).length === 0) throw refused('empty');
      const known = await trials.of(broadcast.id);
      const id = trialId(broadcast.id, nth);
      if (known.some((trial) => trial.id === id)) return;
      const now = clock.now();
      const today = await trials.countOn(broadcast.org, dayOf(now));
      if (nth !== known.length + 1 || nth > MOST_TRIALS || today >= MOST_A_DAY)
        throw refused('too_many_trials');
      const chosen = await testersOf(broadcast);
      if (chosen.length === 0) throw refused('no_testers');
      const trial = trialOf(deps, broadcast, { id, by: actor.person.id, at: now, testers: chosen });
      await actor.audit('broadcasts.tried', `broadcast/${broadcast.id}`, {
        ...{ hash: broadcast.hash.slice(0, 16), nth, testers: chosen.length },
      });
      // Ordered before it is written and again after, so that one of them stands whatever is lost between. The second for
      // a moment of its own: the first may just be run, find nothing to do, and take an order of its own moment with it.
      await dues.set(tryOf(id, now));
      if (await trials.insert(trial)) await dues.set(tryOf(id, clock.now()));
    },
  };
}

/** Whoever left, or may not read it any more, is no tester of it. */
const mayRead = (colleague: StaffPerson | undefined, broadcast: Broadcast): boolean =>
  colleague?.org === broadcast.org && READERS.includes(colleague.role) && isInScope(broadcast, colleague);

function trialOf(
  { fingerprint, sealer }: Pick<TrialDeskDeps, 'fingerprint' | 'sealer'>,
  { id: broadcast, org, hash, content }: Broadcast,
  { id, by, at, testers }: Pick<Trial, 'id' | 'by' | 'at'> & { testers: readonly Tester[] },
): Trial {
  const told = testers.map((tester) => ({
    account: tester.account,
    talk: talkKey(fingerprint, id, openReach(sealer, tester)),
  }));
  // Two who share a phone get it once.
  const once = told.filter(({ talk }, nth) => told.findIndex((other) => other.talk.equals(talk)) === nth);
  return {
    ...{ id, broadcast, org, by, at, day: dayOf(at), hash, content },
    tries: languagesOf(content).flatMap((lang) =>
      once.map(({ account, talk }) => ({ account, lang, talk, state: 'queued' as const })),
    ),
  };
}
