import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Gate } from '../send/gate.ts';
import { reasonOf, stateOf } from '../send/gate.ts';
import { readTrialPrompt, talkKey, TRIAL_LIVES_MS } from './trial.ts';
import type { OneTry, TrialsStore } from './trials-store.ts';

interface TrialGateDeps {
  trials: Pick<TrialsStore, 'became' | 'leaving' | 'interrupted'>;
  fingerprint: Fingerprint;
  clock: Clock;
}

/**
 * What the outbox asks and tells of tests; any other prompt is none of theirs. The marks are those of a broadcast: what a
 * crash left before `leaving` never left, what it left there is in doubt, and neither is sent again.
 */
export function trialGate({ trials, fingerprint, clock }: TrialGateDeps): Gate {
  const read = (prompt: string, conversation: string): OneTry | undefined => {
    const asked = readTrialPrompt(prompt);
    return asked && { ...asked, talk: talkKey(fingerprint, asked.trial, conversation) };
  };
  return {
    async mayLeave(prompt, conversation) {
      const one = read(prompt, conversation);
      if (one === undefined) return true;
      if (await trials.leaving(one, clock.now() - TRIAL_LIVES_MS)) return true;
      await trials.became(one, 'skipped', 'too_late');
      return false;
    },
    async became(prompt, conversation, fate) {
      const one = read(prompt, conversation);
      if (one !== undefined) await trials.became(one, stateOf(fate), reasonOf(fate));
    },
    async inDoubt(prompt, conversation) {
      const one = read(prompt, conversation);
      if (one !== undefined) await trials.interrupted(one);
    },
  };
}
