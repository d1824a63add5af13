import { LRUCache } from 'lru-cache';
import type { SendOutcome } from '../../conversation/ports.ts';
import type { Outbound } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { Deliveries } from './deliveries.ts';
import { smsOf, type Writing } from './fit.ts';
import type { Gateway } from './gateway.ts';
import { sizeOf } from './gsm.ts';
import { isE164 } from './numbers.ts';

/** Messages of several SMS that stopped in the middle; one that is forgotten begins anew. */
const MOST_UNFINISHED = 1_000;

export interface Sender {
  gateway: Gateway;
  number: string;
  writing: Writing;
  deliveries: Deliveries;
  /** Whether the gateway's own ids come back in its answers; otherwise reports name ours. */
  namesMessages: boolean;
  spent: (what: 'part' | 'cut', times: number) => void;
  unfinished: Unfinished;
}

/** Ids under which the first SMS of a message were taken, by message and words. */
export type Unfinished = LRUCache<string, string[]>;
export const noneUnfinished = (): Unfinished => new LRUCache({ max: MOST_UNFINISHED });

/**
 * One attempt to send. Recordings stay behind: SMS is words alone. A message of several SMS that stops in the middle goes
 * on there when it comes again, as long as its words are the same; nobody pays twice for its beginning.
 */
export async function sendMessage(sender: Sender, message: Outbound): Promise<SendOutcome> {
  const { gateway, unfinished, deliveries, spent } = sender;
  const refused = (code: string): SendOutcome => ({ kind: 'refused', code, gone: false });
  if (!isE164(message.address)) return refused('bad_number');
  const text = wellFormed(message.text).trim();
  if (text === '') return refused('empty');
  const fitted = smsOf(text, message.choices ?? [], sender.writing);
  if (fitted === undefined) return refused('too_long');
  const { messages } = fitted;
  const progress = `${message.id} ${messages.join('\n')}`;
  const ids = unfinished.get(progress) ?? [];
  for (const [at, said] of messages.entries()) {
    if (at < ids.length) continue;
    const own = at === messages.length - 1 ? message.id : `${message.id}.${at + 1}`;
    const { outcome, id } = await gateway.hand(
      fillingOf(sender, message.address, own, said, at, messages.length),
    );
    if (outcome.kind !== 'sent') return outcome;
    spent('part', sizeOf(said).parts);
    ids.push(sender.namesMessages ? (id ?? '') : own);
    unfinished.set(progress, ids);
  }
  unfinished.delete(progress);
  if (fitted.cut) spent('cut', 1);
  const named = ids.filter((id) => id !== '');
  deliveries.left(named);
  const as = named.at(-1);
  return { kind: 'sent', ...(as !== undefined && { as }) };
}

const fillingOf = (
  { number }: Sender,
  to: string,
  id: string,
  text: string,
  at: number,
  of: number,
): Parameters<Gateway['hand']>[0] => ({
  to,
  to_digits: to.slice(1),
  from: number,
  text,
  id,
  part: String(at + 1),
  parts: String(of),
  // As Kannel numbers them.
  coding: sizeOf(text).coding === 'gsm' ? '0' : '2',
});
