import type { Prompt, Sealer } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import { Fault } from '../../../domain/faults.ts';
import type { Due, DueKind } from '../../../schedule/due-dates.ts';
import { LIVE_STATES } from '../plan/recipient.ts';
import { barredFrom } from '../send/against.ts';
import type { SendingDeps } from '../send/sending-deps.ts';
import { openReach, type Tester } from './tester.ts';
import type { TestersStore } from './testers-store.ts';
import { type Trial, TRIAL_LIVES_MS, type TrialReason, trialPrompt, type Try } from './trial.ts';
import type { TrialsStore } from './trials-store.ts';

export const TRY = 'broadcasts.try';
/** The flow that says a test. */
export const TRIAL_FLOW = 'message-essai';

/** How often it is looked whether what was told has left. */
const LOOK_MS = 5000;

export interface TrialDueDeps extends Pick<SendingDeps, 'talkOf' | 'windowEnds' | 'channels'> {
  trials: Pick<TrialsStore, 'find' | 'became'>;
  testers: Pick<TestersStore, 'find'>;
  prompt: Prompt;
  sealer: Sealer;
  clock: Clock;
  /** Channels where nobody may be written to unless they have written. */
  waitingOn: readonly string[];
}

/** Orders a test; ordering it again changes nothing. */
export const tryOf = (trial: string, at: number): Due => ({ kind: TRY, id: trial, at, params: {} });

/** Says a test to each tester, in each of its languages. Killed anywhere, it goes on and says nothing twice. */
export const tryDue = (deps: TrialDueDeps): DueKind => ({
  kind: TRY,
  async run({ id }) {
    const trial = await deps.trials.find(id);
    if (trial === undefined) return undefined;
    const isLate = deps.clock.now() - trial.at >= TRIAL_LIVES_MS;
    for (const one of trial.tries) await (isLate ? giveUp(deps, trial, one) : say(deps, trial, one));
    const left = (await deps.trials.find(id))?.tries.some(({ state }) => isOpen(state)) === true;
    return left && !isLate ? { again: deps.clock.now() + LOOK_MS } : undefined;
  },
});

const isOpen = (state: Try['state']): boolean =>
  state === 'queued' || LIVE_STATES.some((each) => each === state);

async function say(deps: TrialDueDeps, trial: Trial, { account, lang, talk, state }: Try): Promise<void> {
  if (state !== 'queued' && state !== 'going') return;
  const { trials, prompt } = deps;
  const one = { trial: trial.id, lang, talk };
  const tester = await deps.testers.find(account);
  const against = await reasonAgainst(deps, tester);
  if (tester === undefined || against !== undefined) {
    if (state === 'queued') await trials.became(one, 'skipped', against ?? 'left');
    return;
  }
  // Before its talk is told: a crash in between leaves something to tell, and nothing told unseen.
  if (state === 'queued') await trials.became(one, 'going');
  const id = trialPrompt(trial.id, lang);
  try {
    const told = await prompt({
      ...{ conversation: openReach(deps.sealer, tester), id, flow: TRIAL_FLOW },
      ...{ params: { essai: id }, lane: 'broadcast' },
    });
    if (told === 'gone') await trials.became(one, 'skipped', 'stopped');
  } catch (cause) {
    // On its way as far as anybody knows: it is asked for again under the same id.
    if (!(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause;
  }
}

/** Why this tester gets nothing, as their talk stands now. */
async function reasonAgainst(
  deps: TrialDueDeps,
  tester: Tester | undefined,
): Promise<TrialReason | undefined> {
  if (tester === undefined) return 'left';
  const talk = await deps.talkOf(openReach(deps.sealer, tester));
  const barred = await barredFrom(deps, tester, talk);
  return barred ?? (deps.waitingOn.includes(tester.channel) ? 'waits' : undefined);
}

/** What has not left by now never will: the outbox is told so when it asks. */
async function giveUp({ trials }: TrialDueDeps, { id }: Trial, { lang, talk, state }: Try): Promise<void> {
  const one = { trial: id, lang, talk };
  if (state === 'queued') await trials.became(one, 'skipped', 'too_late');
  if (state === 'going') await trials.became(one, 'failed', 'not_said');
  if (state === 'leaving') await trials.became(one, 'unknown', 'not_kept');
}
