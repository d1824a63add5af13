import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { BroadcastFate } from '../../../outbox/fate.ts';
import type { Calendar } from '../../calendar/index.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import { LIVE_STATES, type RecipientState } from '../plan/recipient.ts';
import type { OnItsWay, RecipientsStore } from '../plan/recipients-store.ts';
import type { Sendable, Sendables } from './ports.ts';
import { readPromptId } from './prompt-id.ts';
import type { SendingDeps } from './sending-deps.ts';
import { withdrawnBy } from './withdrawn.ts';

/** How old what is known of a broadcast may be: an order is kept well within 5 s, and a mailing costs a read a second. */
const KNOWN_FOR_MS = 1000;

/** What the outbox asks and tells of messages of broadcasts, by the id of their prompt; any other id is none of ours. */
export interface Gate {
  /**
   * At the very moment of leaving. `false`: it must not leave now; who waits for it is told later, or not at all, as whoever
   * said stop meanwhile. What may leave is marked before it does, so that a crash leaves in doubt what was being sent and nothing else.
   */
  mayLeave(prompt: string, conversation: string): Promise<boolean>;
  became(prompt: string, conversation: string, fate: BroadcastFate): Promise<void>;
  /** A process died that had it in hand, or an answer was lost. What never left gets its turn again. */
  inDoubt(prompt: string, conversation: string): Promise<void>;
}

interface GateDeps {
  broadcasts: Pick<Sendables, 'find'>;
  calendar: Pick<Calendar, 'rule'>;
  recipients: RecipientsStore;
  fingerprint: Fingerprint;
  clock: Clock;
  talkOf: SendingDeps['talkOf'];
}

type Standing = 'goes' | 'waits' | 'over';

export function gate({ broadcasts, calendar, recipients, fingerprint, clock, talkOf }: GateDeps): Gate {
  const known = new Map<string, { at: number; standing: Promise<Standing> }>();
  const read = (prompt: string, conversation: string): { broadcast: string; of: OnItsWay } | undefined => {
    const ours = readPromptId(prompt);
    if (ours === undefined) return undefined;
    const { broadcast, turn } = ours;
    return { broadcast, of: { talk: recipientIds(fingerprint, broadcast).talk(conversation), turn } };
  };
  const standingOf = async (id: string): Promise<Standing> => {
    const found = await broadcasts.find(id);
    const standing = STANDINGS[found?.state ?? 'cancelled'];
    if (standing !== 'goes') return standing;
    const now = clock.now();
    return (await calendar.rule())(now, {}, found?.urgent === true) > now ? 'waits' : 'goes';
  };
  const lately = (id: string): Promise<Standing> => {
    const now = clock.now();
    for (const [other, { at }] of known) if (now - at >= KNOWN_FOR_MS) known.delete(other);
    const found = known.get(id) ?? { at: now, standing: standingOf(id) };
    known.set(id, found);
    found.standing.catch(() => known.delete(id));
    return found.standing;
  };
  return {
    async mayLeave(prompt, conversation) {
      const ours = read(prompt, conversation);
      if (ours === undefined) return true;
      const standing = await lately(ours.broadcast);
      if (standing === 'goes') {
        // It may have waited for an hour, where the platform was away.
        const withdrawn = withdrawnBy(await talkOf(conversation));
        if (withdrawn === undefined) return recipients.leaving(ours.of);
        await recipients.became(ours.of, 'skipped', withdrawn);
        return false;
      }
      // This process has it in hand and knows: whatever was tried did not arrive.
      await (standing === 'over'
        ? recipients.became(ours.of, 'skipped', 'cancelled')
        : recipients.again(ours.of, LIVE_STATES));
      return false;
    },
    async became(prompt, conversation, fate) {
      const ours = read(prompt, conversation);
      if (ours !== undefined) await recipients.became(ours.of, stateOf(fate), reasonOf(fate));
    },
    async inDoubt(prompt, conversation) {
      const ours = read(prompt, conversation);
      if (ours === undefined) return;
      if (await recipients.again(ours.of, ['going'])) return;
      await recipients.became(ours.of, 'unknown', 'crash');
    },
  };
}

const STANDINGS: Readonly<Record<Sendable['state'], Standing>> = {
  ...{ canary: 'goes', running: 'goes', paused: 'waits', stopped: 'waits', planning: 'waits' },
  ...{ approved: 'waits', draft: 'over', submitted: 'over', done: 'over', cancelled: 'over' },
};

export const stateOf = ({ state, gone }: BroadcastFate): RecipientState =>
  state === 'failed' && gone === true ? 'blocked' : state;

export const reasonOf = ({ state, code }: BroadcastFate): string | undefined =>
  state === 'failed' || state === 'unknown' ? (code ?? state) : undefined;
