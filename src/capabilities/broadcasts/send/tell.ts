import type { Talk } from '../../../conversation/conversation.ts';
import { dayOf } from '../../../domain/clock.ts';
import { Fault } from '../../../domain/faults.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import type { SkipReason } from '../plan/recipient.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import { reasonAgainst } from './against.ts';
import type { Sendable } from './ports.ts';
import { promptId } from './prompt-id.ts';
import type { SendingDeps } from './sending-deps.ts';

/** The flow that says a broadcast to one person. */
export const FLOW = 'message-campagne';

/** Turns a talk takes are database work: more at once only make everybody wait, replies too. */
const AT_ONCE = 8;

/** Somebody who is told, and where. */
interface Told {
  recipient: Recipient;
  conversation: string;
  /** Nobody else writes from their phone. */
  alone?: boolean;
  /** When they last did, where others do too; milliseconds since 1970. */
  wrote?: number;
}

/** Tells these people, or skips whom it no longer concerns, each for a reason. Safe to repeat at any point. */
export async function tell(
  deps: SendingDeps,
  broadcast: Sendable,
  page: readonly Recipient[],
): Promise<void> {
  const concerned = await stillConcerned(deps, broadcast, page);
  const may = await withinMeasure(deps, broadcast, concerned);
  const ids = recipientIds(deps.fingerprint, broadcast.id);
  const going = (some: readonly Told[]): Promise<void> =>
    deps.recipients.going(
      broadcast.id,
      some.map(({ recipient, conversation }) => ({ recipient, talk: ids.talk(conversation) })),
    );
  const alone = may.filter((told) => told.alone === true);
  await going(alone);
  await each(alone, (told) => prompted(deps, broadcast, told));
  // Who has a shared phone wrote last, and comes last: by then it waits for the others, and what leaves is theirs alone.
  const shared = may.filter((told) => told.alone !== true).sort((a, b) => (a.wrote ?? 0) - (b.wrote ?? 0));
  for (const told of shared) {
    await going([told]);
    await prompted(deps, broadcast, told);
  }
}

/** Has one talk say it; what it knows already it does not say again. `waits`: it is said when they have their phone again. */
export async function prompted(
  { prompt, recipients, talkOf }: Pick<SendingDeps, 'prompt' | 'recipients' | 'talkOf'>,
  { id }: Pick<Sendable, 'id'>,
  { recipient, conversation, alone = false }: Told,
): Promise<'committed' | 'duplicate' | 'gone' | 'later' | 'waits'> {
  try {
    const receipt = await prompt({
      conversation,
      id: promptId(id, recipient.turn),
      ...{ flow: FLOW, params: { envoi: id }, lane: 'broadcast' },
    });
    // Between the look at the talk and its turn they said stop, or were erased.
    if (receipt === 'gone')
      await recipients.skip([{ key: recipient.key, state: 'skipped', reason: 'stopped' }]);
    if (receipt === 'gone' || alone || !isKept(await talkOf(conversation), id)) return receipt;
    await recipients.skip([{ key: recipient.key, state: 'waiting' }]);
    return 'waits';
  } catch (cause) {
    // It is on its way as far as anybody knows, and asked again when nothing is heard of it.
    if (cause instanceof Fault && cause.kind === 'unavailable') return 'later';
    throw cause;
  }
}

/** Somebody else has the phone: the talk keeps it, and nothing of it goes through the outbox (C6). */
const isKept = (talk: Talk | null, broadcast: string): boolean =>
  talk?.phone?.kept?.some((one) => one.kind === 'prompt' && one.params['envoi'] === broadcast) === true;

async function stillConcerned(
  deps: SendingDeps,
  broadcast: Sendable,
  page: readonly Recipient[],
): Promise<Told[]> {
  const { audiences, waiting, recipients, talkOf } = deps;
  const skipped: { key: Buffer; state: 'skipped' | 'waiting'; reason?: SkipReason }[] = [];
  const told: Told[] = [];
  await each(page, async (recipient) => {
    const { key } = recipient;
    // Whoever was erased while they waited has nothing left to be found by.
    const conversation = recipient.id.length === 0 ? undefined : audiences.conversationOf(recipient);
    const talk = conversation === undefined ? null : await talkOf(conversation);
    const reason = await reasonAgainst(deps, broadcast, recipient, talk);
    // Outside the hours in which their channel takes free words they read it when they write next. Not who has had a turn:
    // their talk knows the name under which it would be told, and would keep silent.
    const isLate = reason === 'window' && recipient.turn === 0;
    const waits = waiting.mustWait(recipient.channel) || isLate;
    if (conversation === undefined || (reason !== undefined && !isLate))
      skipped.push({ key, state: 'skipped', reason: reason ?? 'erased' });
    else if (waits) {
      await waiting.wait(recipient, broadcast.id);
      skipped.push({ key, state: 'waiting' });
    } else {
      const phone = talk?.phone;
      told.push({
        recipient,
        conversation,
        alone: phone === undefined,
        ...(phone && { wrote: phone.wrote }),
      });
    }
  });
  await recipients.skip(skipped);
  return told;
}

/** Whoever has had enough for a week is left in peace; what is urgent goes all the same, and that is recorded (B8). */
async function withinMeasure(
  { received, recipients, runs, settings, clock, overMeasure }: SendingDeps,
  { id, org, urgent }: Sendable,
  all: readonly Told[],
): Promise<readonly Told[]> {
  const members = all.map(({ recipient }) => recipient.id);
  const asked = { members, broadcast: id, day: dayOf(clock.now()), most: settings.mostAWeek };
  const may = await received.claim(asked, urgent);
  const over = all.filter((_told, at) => may[at] === false);
  if (over.length === 0) return all;
  if (urgent) {
    const first = over.filter(({ recipient }) => recipient.turn === 0).length;
    await overMeasure(org, id, first);
    await runs.bypassed(id, first);
    return all;
  }
  await recipients.skip(over.map(({ recipient: { key } }) => ({ key, state: 'skipped', reason: 'fatigue' })));
  return all.filter((_told, at) => may[at] === true);
}

async function each<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
}
