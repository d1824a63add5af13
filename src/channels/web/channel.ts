import { Router } from 'express';
import type { Chance, Clock } from '../../domain/clock.ts';
import { type MediaLibrary, NO_MEDIA } from '../../domain/media.ts';
import type { Outbound } from '../../domain/message.ts';
import type { Channel, Receive, SendOutcome } from '../../conversation/ports.ts';
import type { Said } from './body.ts';
import { type FormDesk, formDesk } from './form-desk.ts';
import type { AudioLink, ImageLink, Mailbox } from './mailbox.ts';
import { MEDIA_PATH, mediaRouter } from './media.ts';
import { paceOf } from './pace.ts';
import { unavailableProblem } from './problem.ts';
import { chatRouter } from './routes.ts';
import { streamsOf, type StreamOptions } from './streams.ts';
import type { Uploads } from './uploads.ts';

export const WEB = 'web';

export interface WebChannelOptions extends StreamOptions {
  mailbox: Mailbox;
  /** Where recordings lie; without it all words go alone. */
  media?: MediaLibrary;
  /** Where files of people wait; without it a talk hears that one came, and that it was lost. */
  uploads?: Uploads;
  clock: Clock;
  chance: Chance;
  /** Hears of faults that are ours; never given a message's text. */
  report?: (cause: unknown) => void;
}

export interface WebChannel extends Channel {
  /** To be mounted at the root of the site. */
  readonly router: Router;
  /** For pages that speak for a person without scripts. */
  readonly desk: FormDesk;
}

/** More than any message of a flow; a page on 3G would not thank us for it. */
const MOST_TEXT = 16_384;
const RETRY_MS = 1000;
/** The store is away; a file waits there for a day. */
const STORE_AWAY_MS = 30_000;

/**
 * The web chat. The token a browser holds is the person's id on this channel; nothing is kept for a chat until
 * something is said. Replies go to the person's mailbox, where the page fetches them.
 */
export function webChannel(options: WebChannelOptions): WebChannel {
  const { mailbox, uploads, clock, media = NO_MEDIA, report = () => undefined } = options;
  const streams = streamsOf(options);
  const inHand = new Set<Promise<unknown>>();
  const order = orderOf(clock);
  const pace = paceOf(clock);
  let receive: Receive | undefined;

  const deliver = async (token: string, said: Said): Promise<void> => {
    if (receive === undefined) throw unavailableProblem();
    const into = receive;
    const turn = keptFirst(uploads, token, said).then((content) =>
      into(inboundOf(token, { ...said, content }, order(), clock)),
    );
    inHand.add(turn);
    await turn.finally(() => inHand.delete(turn));
  };

  return {
    id: WEB,
    // A letter is kept once under its id, so one sent again after a crash needs no mark.
    dedupes: true,
    desk: formDesk({ ...options, pace, deliver }),
    router: Router()
      .use(chatRouter({ ...options, streams, pace, deliver, report }))
      .use(mediaRouter(media, report)),
    async send(message) {
      const outcome = await keep(mailbox, media, message);
      if (outcome.kind === 'sent') streams.wake(message.address);
      return outcome;
    },
    async fetch(id) {
      try {
        const found = (await uploads?.get(id)) ?? null;
        return found === null ? { kind: 'gone' } : { kind: 'file', ...found };
      } catch {
        return { kind: 'later', afterMs: STORE_AWAY_MS };
      }
    },
    async forget(id) {
      // What stays is gone after a day.
      await uploads?.remove(id).catch(() => undefined);
    },
    async start(into) {
      receive = into;
    },
    async stop() {
      receive = undefined;
      await Promise.allSettled(inHand);
      streams.stop();
    },
  };
}

async function keep(mailbox: Mailbox, media: MediaLibrary, message: Outbound): Promise<SendOutcome> {
  if (message.text.length > MOST_TEXT) return { kind: 'refused', code: 'too_long', gone: false };
  try {
    const audio = await linkTo(media, message.audio?.media);
    const image = await imageLink(media, message.image?.media);
    await mailbox.append(message.address, {
      id: message.id,
      text: message.text,
      ...(message.lang !== undefined && { lang: message.lang }),
      // On the page every choice is a button.
      choices: (message.choices ?? []).map(({ id, label, digits }) => ({
        ...{ id, label },
        ...(digits !== undefined && { digits }),
      })),
      ...(audio !== undefined && { audio }),
      ...(image !== undefined && { image }),
    });
    return { kind: 'sent' };
  } catch {
    // Whatever the store did or did not keep: the same id is kept once, so trying again is always right.
    return { kind: 'retry', afterMs: RETRY_MS, code: 'mailbox' };
  }
}

async function linkTo(media: MediaLibrary, id: string | undefined): Promise<AudioLink | undefined> {
  const found = id === undefined ? null : await media.about(id);
  if (id === undefined || found === null) return undefined;
  const { type, size, seconds } = found;
  return { url: `${MEDIA_PATH}/${id}`, type, bytes: size, ...(seconds !== undefined && { seconds }) };
}

async function imageLink(media: MediaLibrary, id: string | undefined): Promise<ImageLink | undefined> {
  const found = id === undefined ? undefined : await media.picture?.(id);
  return id === undefined || !found ? undefined : { url: `${MEDIA_PATH}/${id}`, bytes: found.bytes.length };
}

/** The file is durable before the message is that names it; the same message brings it to the same place. */
async function keptFirst(
  uploads: Uploads | undefined,
  token: string,
  { id, content, file }: Said,
): Promise<Said['content']> {
  if (uploads === undefined || file === undefined || content.kind !== 'media') return content;
  return { ...content, id: await uploads.put(token, id, file) };
}

/** Browsers give no order of their own: a page sends one message after the other, so arrival is the order. */
function orderOf(clock: Clock): () => number {
  let last = 0;
  return () => (last = Math.max(last + 1, clock.now() * 1000));
}

const inboundOf = (token: string, said: Said, order: number, clock: Clock) => ({
  channel: WEB,
  account: WEB,
  user: token,
  address: token,
  id: said.id,
  order,
  sentAt: Math.floor(clock.now() / 1000),
  content: said.content,
});
