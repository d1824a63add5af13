import type { Conversations, OutItem } from '../../src/conversation/conversation.ts';
import type { Channel, SendOutcome } from '../../src/conversation/ports.ts';
import type { Lane } from '../../src/domain/message.ts';
import { AGAIN_MARK, Outbox } from '../../src/outbox/outbox.ts';
import { realClock } from '../universe/time.ts';
import type { Place } from './places.ts';

export interface Load {
  messages: number;
  people: number;
  chance: () => number;
  /** Which lane a message goes by. */
  laneOf: (chance: number) => Lane;
}

/** What became of all of them. */
export interface Delivered {
  seconds: number;
  /** By the outbox's own account. */
  fates: Record<'sent' | 'refused' | 'unknown', number>;
  /** Sent once more, marked. */
  marked: number;
  /** Times the channel was asked while the platform had asked everybody to wait. */
  insidePauses: number;
  /** Tries, of all messages together. */
  asked: number;
  /** What went wrong with whom: nothing may. */
  wrong: string[];
}

/** Sends so many messages through a place by the outbox, and looks at every phone in the end (C9, C12, COMMIT rule 10). */
export async function deliverAll(
  place: Place,
  { messages, people, chance, laneOf }: Load,
): Promise<Delivered> {
  const fates = new Map<string, 'sent' | 'refused' | 'unknown'>();
  const watched = watchPauses(place.channel);
  const cleared = new Set<string>();
  const outbox = new Outbox({
    channels: [watched.channel],
    conversations: {
      done: async (_id: string, { out = [] }: { out?: readonly string[] }) =>
        out.forEach((id) => cleared.add(id)),
      renew: async () => undefined,
      unsent: async () => [],
    } as unknown as Conversations,
    ...{ clock: realClock, leaseMs: 10_000, report: () => undefined },
    keep: async ({ item, state }) =>
      void fates.set(item.message.id, state === 'failed' ? 'refused' : state === 'sent' ? 'sent' : 'unknown'),
  });
  const items = Array.from({ length: messages }, (_, n) => {
    const person = n % people;
    const text = `${String(person)} ${String(Math.floor(n / people))}`;
    return { person, item: itemOf(place, person, text, laneOf(chance())) };
  });
  const began = performance.now();
  for (const { person, item } of items) outbox.take(String(person), [item]);
  await outbox.idle();
  const seconds = (performance.now() - began) / 1000;
  for (const { item } of items) if (!fates.has(item.message.id)) fates.set(item.message.id, 'sent');
  const wrong: string[] = [];
  let marked = 0;
  for (let person = 0; person < people; person += 1) {
    const seen = await place.seen(person);
    marked += seen.filter((text) => text.startsWith(AGAIN_MARK)).length;
    const theirs = items.filter((each) => each.person === person).map(({ item }) => item);
    wrong.push(...faultsIn(theirs, seen, fates).map((fault) => `${String(person)}: ${fault}`));
  }
  if (cleared.size !== messages)
    wrong.push(`${String(messages - cleared.size)} still stand in their documents`);
  const tally = (fate: string): number => [...fates.values()].filter((each) => each === fate).length;
  return {
    ...{ seconds, marked, wrong, insidePauses: watched.inside(), asked: watched.asked() },
    fates: { sent: tally('sent'), refused: tally('refused'), unknown: tally('unknown') },
  };
}

const itemOf = ({ channel, account, address }: Place, person: number, text: string, lane: Lane): OutItem => ({
  // As every platform takes it for an id of ours.
  message: { id: text.replace(' ', '.'), address: address(person), lane, text },
  route: { channel: channel.id, account, address: address(person) },
  again: 0,
  // Of a mailing everything is kept, also what was sent.
  ...(lane === 'broadcast' && { broadcast: 'update:1' }),
});

/** What one person's phone shows that it must not, or lacks. */
function faultsIn(
  items: readonly OutItem[],
  seen: readonly string[],
  fates: ReadonlyMap<string, string>,
): string[] {
  const wrong: string[] = [];
  const times = (text: string): number => seen.filter((each) => each === text).length;
  for (const { message } of items) {
    const [plain, again] = [times(message.text), times(AGAIN_MARK + message.text)];
    const fate = fates.get(message.id);
    if (plain > 1 || again > 1) wrong.push(`${message.text} stands there more than once`);
    if (message.lane === 'broadcast' && again > 0)
      wrong.push(`${message.text} is a broadcast and was doubled`);
    if (fate === 'sent' && plain + again === 0) wrong.push(`${message.text} is lost`);
    if (fate === 'refused' && plain > 0 && again === 0)
      wrong.push(`${message.text} was refused and is there`);
  }
  const texts = seen.map((text) => text.replace(AGAIN_MARK, ''));
  const firsts = texts.filter((text, at) => texts.indexOf(text) === at);
  const expected = items.map(({ message }) => message.text).filter((text) => firsts.includes(text));
  if (firsts.join() !== expected.join()) wrong.push('not in their order');
  return wrong;
}

/** The channel, and how often it was asked inside a pause that it had said is everybody's. */
function watchPauses(channel: Channel): { channel: Channel; inside: () => number; asked: () => number } {
  let inside = 0;
  let asked = 0;
  let until = -Infinity;
  const send = async (...given: Parameters<Channel['send']>): Promise<SendOutcome> => {
    asked += 1;
    if (performance.now() < until) inside += 1;
    const outcome = await channel.send(...given);
    if (outcome.kind === 'retry' && outcome.forAll === true)
      until = Math.max(until, performance.now() + outcome.afterMs - CLOCKS_MS);
    return outcome;
  };
  return { channel: { ...channel, send }, inside: () => inside, asked: () => asked };
}

/** The pause is measured here a moment after the outbox begins to measure it, and by whole milliseconds. */
const CLOCKS_MS = 5;
