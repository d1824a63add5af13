import type { InboxCapability } from '../../src/capabilities/inbox/index.ts';
import type { Inbox, InboxStaff, ThreadCard } from '../../src/capabilities/inbox/ports.ts';
import type { AuditAct } from '../../src/web/staff/index.ts';
import { answerTo, offered, type Phone } from '../app/phones.ts';
import type { RunningHere } from '../app/running.ts';

/** What was recorded, in order. */
export type Recorded = Parameters<AuditAct>[];

/** The inbox of a running house as one member of staff has it. */
export function deskOf(
  { house }: RunningHere,
  staff: Partial<InboxStaff> & { id: string },
  recorded: Recorded = [],
): Inbox {
  return inboxIn({ house } as RunningHere).parts.inboxOf(
    { role: 'organiser', org: 'benkan', ...staff },
    async (...act) => void recorded.push(act),
  );
}

export const inboxIn = ({ house }: RunningHere): InboxCapability =>
  house.capabilities.find(({ name }) => name === 'inbox') as InboxCapability;

export const say = (phone: Phone, text: string) => answerTo(phone, () => phone.says(text));
export const tap = (phone: Phone, key: string) =>
  answerTo(phone, async () => phone.chooses(await offered(phone, key)));

/** Somebody new has agreed, in French, and reads. */
export async function agreed(phone: Phone): Promise<void> {
  await say(phone, 'bonjour');
  await tap(phone, 'fr');
  await tap(phone, 'accepter');
}

/** And is handed over to a person. */
export async function handedOver(phone: Phone): Promise<void> {
  await agreed(phone);
  await say(phone, 'parler');
  await tap(phone, 'ecrire');
}

/** The newest thread of all that are not closed. */
export async function newest(inbox: Inbox): Promise<ThreadCard> {
  const { threads } = await inbox.list({}, 1);
  const [first] = threads.toSorted((a, b) => b.openedAt - a.openedAt);
  if (first === undefined) throw new Error('There is no thread.');
  return first;
}
