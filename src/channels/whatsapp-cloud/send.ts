import type { SendOutcome } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Outbound } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { Graph } from './graph.ts';
import { outcomeOf, outcomeOfSilence } from './outcome.ts';
import type { Template, Windows } from './ports.ts';
import type { Recordings } from './recordings.ts';
import { lengthOf, MAX_BODY, render } from './render.ts';
import { isPhone } from './to-inbound.ts';

const HOUR = 3_600_000;
/** Of the platform's 24 hours: when somebody wrote is kept to the hour. */
const WINDOW_MS = 23 * HOUR;
/** How often it is looked whether the person has written; the outbox looks sooner when they do. */
const LOOK_AGAIN_MS = HOUR;
/** The store of the windows is away; it is asked again soon. */
const STORE_AWAY_MS = 1_000;

/** The month has cost what it may. The ceiling may be raised, or the month be over; after three days it is given up (T5). */
const TOO_DEAR: SendOutcome = { kind: 'retry', afterMs: 10 * 60_000, code: 'ceiling' };

export interface Sender {
  graph: Graph;
  recordings: Recordings;
  windows: Windows;
  template: Template | undefined;
  mayCost: () => boolean;
  clock: Clock;
}

/**
 * One attempt to send. What was not asked for needs an open window; where it is closed the person is asked once a day, by
 * a template, to write, and the message waits for that. Words go first and alone decide the outcome: a recording or
 * picture that cannot follow costs nobody the text.
 */
export async function sendMessage(sender: Sender, message: Outbound): Promise<SendOutcome> {
  const { graph, recordings } = sender;
  const text = wellFormed(message.text);
  if (text.trim() === '') return { kind: 'refused', code: 'empty', gone: false };
  const body = render(text, message.choices ?? []);
  if (body.type === 'text' && lengthOf(body.text.body) > MAX_BODY)
    return { kind: 'refused', code: 'too_long', gone: false };
  const closed = await closedWindow(sender, message);
  if (closed !== undefined) return closed;
  const outcome = await attempt(graph, { ...to(message.address), ...body });
  if (outcome.kind !== 'sent') return outcome;
  const carried = await carriedBy(recordings, message);
  if (carried !== undefined) await attempt(graph, { ...to(message.address), ...carried });
  return outcome;
}

/** The recording or picture that follows the words; nothing where there is none, or it is gone. */
async function carriedBy(
  recordings: Recordings,
  { audio, image }: Pick<Outbound, 'audio' | 'image'>,
): Promise<object | undefined> {
  const id =
    image !== undefined
      ? await recordings.pictureId(image.media)
      : audio && (await recordings.idOf(audio.media));
  if (id === undefined) return undefined;
  return image === undefined ? { type: 'audio', audio: { id } } : { type: 'image', image: { id } };
}

/** A reply follows what the person wrote just now; only the rest needs to ask. */
async function closedWindow(
  { windows, template, graph, mayCost, clock }: Sender,
  { lane, address }: Outbound,
): Promise<SendOutcome | undefined> {
  if (lane === 'reply') return undefined;
  const now = clock.now();
  if (lane === 'broadcast' && !mayCost()) return TOO_DEAR;
  const waits: SendOutcome = {
    kind: 'retry',
    afterMs: LOOK_AGAIN_MS,
    code: 'window_closed',
    orWhenSpokenTo: true,
  };
  try {
    if (((await windows.lastOpened(address)) ?? 0) > now - WINDOW_MS) return undefined;
    if (template === undefined || !mayCost() || !(await windows.mayKnock(address, now))) return waits;
  } catch {
    return { kind: 'retry', afterMs: STORE_AWAY_MS, code: 'store_away' };
  }
  const { name, language } = template;
  const knock = { type: 'template', template: { name, language: { code: language } } };
  const outcome = await attempt(graph, { ...to(address), ...knock });
  return outcome.kind === 'refused' && outcome.gone ? outcome : waits;
}

async function attempt(graph: Graph, request: object): Promise<SendOutcome> {
  try {
    const { status, json } = await graph.send({ recipient_type: 'individual', ...request });
    const outcome = outcomeOf(status, json.error);
    const as = json.messages?.[0]?.id;
    return outcome.kind === 'sent' && as !== undefined ? { kind: 'sent', as } : outcome;
  } catch (cause) {
    return outcomeOfSilence(cause);
  }
}

/** Whoever hides their number is written to by the id they have for us alone. */
const to = (address: string): object => (isPhone(address) ? { to: address } : { recipient: address });
