import type { State } from './described.ts';
import { type FieldNames, thingAt, valueAt } from './field-names.ts';
import { e164 } from './numbers.ts';

/** Where the gateway writes what. */
export interface NotificationPlaces {
  message: FieldNames;
  report: FieldNames;
  states: ReadonlyMap<string, State>;
}

/** An SMS somebody sent. Class A. */
export interface SmsMessage {
  /** In E.164. */
  from: string;
  text: string;
  id: string | undefined;
  /** As the gateway wrote it. */
  at: string | undefined;
  /** Which of how many, where it is one of several and the gateway says so. */
  piece: { ref: string; n: number; of: number } | undefined;
}

export interface SmsReport {
  id: string;
  state: State;
  code: string | undefined;
}

/** What one call of the gateway brings. `ignored`: what is nobody's and nothing's; it must not come again. */
export interface Notification {
  messages: SmsMessage[];
  reports: SmsReport[];
  ignored: number;
}

/** A batch is cut here; no gateway documents more. */
const MOST_IN_A_BATCH = 1_000;
/** One SMS may be one of 255 (3GPP TS 23.040, 9.2.3.24.1). */
const MOST_PIECES = 255;

/** Reads what came, which may be one thing or a list of them; pure, never throws. Nothing of it takes the rest with it. */
export function readNotification(body: unknown, places: NotificationPlaces, country: string): Notification {
  const found: Notification = { messages: [], reports: [], ignored: 0 };
  const list = places.message['each'] === undefined ? body : thingAt(body, places.message['each']);
  const all: readonly unknown[] = Array.isArray(list) ? list : [body];
  for (const one of all.slice(0, MOST_IN_A_BATCH)) {
    const message = messageIn(one, places.message, country);
    const report = message === undefined ? reportIn(one, places) : undefined;
    if (message !== undefined) found.messages.push(message);
    else if (report !== undefined) found.reports.push(report);
    else found.ignored += 1;
  }
  found.ignored += Math.max(0, all.length - MOST_IN_A_BATCH);
  return found;
}

function messageIn(one: unknown, names: FieldNames, country: string): SmsMessage | undefined {
  const text = valueAt(one, names['text']);
  const from = e164(valueAt(one, names['from']) ?? '', country);
  if (text === undefined || from === undefined) return undefined;
  // A gateway that brings our own SMS back would have us talk with ourselves.
  const to = valueAt(one, names['to']);
  if (to !== undefined && e164(to, country) === from) return undefined;
  const id = valueAt(one, names['id']);
  const at = valueAt(one, names['at']);
  if (!id && !at) return undefined;
  return { from, text, id: id === '' ? undefined : id, at, piece: pieceIn(one, names) };
}

function pieceIn(one: unknown, names: FieldNames): SmsMessage['piece'] {
  const ref = valueAt(one, names['ref']) ?? '';
  const n = countIn(valueAt(one, names['part']));
  const of = countIn(valueAt(one, names['parts']));
  if (ref === '' || ref.length > 64 || of < 2 || n < 1 || n > of) return undefined;
  return { ref, n, of };
}

function countIn(written = ''): number {
  const count = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  return count > MOST_PIECES ? 0 : count;
}

function reportIn(one: unknown, { report, states }: NotificationPlaces): SmsReport | undefined {
  const id = valueAt(one, report['id']);
  const state = states.get((valueAt(one, report['state']) ?? '').toLowerCase());
  if (!id || id.length > 128 || state === undefined) return undefined;
  return { id, state, code: valueAt(one, report['code']) };
}
