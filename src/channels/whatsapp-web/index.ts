import type { Channel, Fetched, Receive, SendOutcome } from '../../conversation/ports.ts';
import { NO_MEDIA } from '../../domain/media.ts';
import { type Asked, Calls } from './calls.ts';
import { Dropping } from './dropping.ts';
import { WebIntake } from './intake.ts';
import { Keeper } from './keeper.ts';
import type { Link } from './link.ts';
import { PACE } from './pace.ts';
import { type Times, TIMES, type WhatsappWebOptions } from './ports.ts';
import type { FromProcess } from './protocol.ts';
import { tellDelivery } from './receipts.ts';
import { newPolls, type Sender, sendMessage } from './send.ts';
import { CHANNEL, toInbound, voteToInbound } from './to-inbound.ts';

export { argumentsIn, weakens } from './arguments.ts';
export { forked } from './fork.ts';
export type { Link } from './link.ts';
export type { ChoicesAs, WhatsappWebOptions } from './ports.ts';
export { preview as whatsappWebPreview } from './preview.ts';
export { CHANNEL as WHATSAPP_WEB } from './to-inbound.ts';

export interface WhatsappWebChannel extends Channel {
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
  fetch(id: string, account: string): Promise<Fetched>;
  answers(): Promise<boolean>;
  /** Somebody was erased: deletes the chat, here and on the phone, as soon as it can. Resolves when that is certain. */
  dropChat(address: string): Promise<void>;
  /** Where it stands with its number. */
  link(): Link;
  /** Begins a new session after the last one was ended; a `Fault` where there is one. */
  pairAgain(): Promise<void>;
}

/** The pause of a message until an operator has paired again. */
const UNLINKED_MS = 60_000;
const NOT_READY_MS = 5_000;

/**
 * WhatsApp with an ordinary number, through whatsapp-web.js and Chromium in a process of its own (C2): it may crash, hang
 * or grow, and the house only sends later.
 */
export function whatsappWebChannel(options: WhatsappWebOptions): WhatsappWebChannel {
  const { media = NO_MEDIA, choicesAs = 'text', log, clock, count = () => undefined } = options;
  const times: Times = { ...TIMES, ...options.times };
  const calls = new Calls();
  const polls = newPolls();
  const keeper = new Keeper({ options, times, told, ended: () => calls.abandon() });
  const ask = (question: Parameters<Calls['ask']>[0], ms = times.answerMs): Promise<Asked> =>
    calls.ask(question, (message) => keeper.tell(message), ms);
  const sender: Sender = { ask, media, polls, choicesAs };
  const dropping = new Dropping({ folder: keeper.folder, ask, clock, afterMs: times.dropAfterMs });
  let intake: WebIntake | undefined;
  let nth = 0;
  let looking: NodeJS.Timeout | undefined;

  function told(message: Parameters<ConstructorParameters<typeof Keeper>[0]['told']>[0]): void {
    switch (message.kind) {
      case 'answer':
        calls.answered(message.call, message.answer);
        break;
      case 'ack':
        if (options.tell !== undefined && keeper.link.state === 'ready')
          void tellDelivery(options.tell(keeper.link.account), { id: message.id, state: message.state });
        break;
      case 'message':
      case 'vote':
        arrived(message);
    }
  }

  function arrived(message: Extract<FromProcess, { ref: number }>): void {
    const link = keeper.link;
    // Before "ready" there is nobody it was said to; it stays unread, and is asked for then.
    if (link.state !== 'ready' || intake === undefined) return;
    const arrival = { account: link.account, nth: (nth += 1) };
    const inbound =
      message.kind === 'message'
        ? toInbound(message.message, arrival)
        : voteToInbound(message.vote, polls.get(message.vote.poll)?.[message.vote.option], {
            ...arrival,
            now: clock.now(),
          });
    intake.take(inbound, () => {
      keeper.tell({ kind: 'taken', ref: message.ref });
      if (intake?.mayAskAgain() === true) keeper.askAgain();
    });
  }

  /** Why nothing can be asked of this account now. */
  function unable(account: string): SendOutcome | undefined {
    const { link } = keeper;
    if (link.state === 'unlinked')
      return { kind: 'retry', afterMs: UNLINKED_MS, code: link.why, forAll: true };
    if (link.state !== 'ready')
      return { kind: 'retry', afterMs: NOT_READY_MS, code: 'not_ready', forAll: true };
    if (link.account !== account) return { kind: 'refused', code: 'not_this_account', gone: false };
    return undefined;
  }

  return {
    id: CHANNEL,
    pace: PACE,
    send: async (message, account) => unable(account) ?? sendMessage(sender, message),
    async fetch(id, account) {
      const not = unable(account);
      if (not !== undefined) return not.kind === 'retry' ? later(not.afterMs) : { kind: 'gone' };
      return fetchedOf(await ask({ kind: 'fetch', id }, times.fetchMs));
    },
    answers: async () => keeper.link.state === 'ready',
    async start(receive) {
      intake = new WebIntake({ receive, log, count });
      await keeper.begin();
      looking = setInterval(() => {
        if (keeper.link.state === 'ready') void dropping.run();
      }, times.dropMs).unref();
    },
    stop: async () => intake?.stop(),
    async close() {
      clearInterval(looking);
      await keeper.close();
    },
    dropChat: (address) => dropping.add(address),
    link: () => keeper.link,
    pairAgain: () => keeper.pairAgain(),
  };
}

const later = (afterMs: number): Fetched => ({ kind: 'later', afterMs });

function fetchedOf(asked: Asked): Fetched {
  if (asked.kind === 'file') {
    const { type, bytes } = asked;
    return { kind: 'file', type, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  }
  return asked.kind === 'gone' || asked.kind === 'too_large' || asked.kind === 'later'
    ? asked
    : later(NOT_READY_MS);
}
