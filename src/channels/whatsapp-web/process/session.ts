import { z } from 'zod';
import type { Begin, FromProcess, Stage, ToProcess } from '../protocol.ts';
import { type Client, clientOf, profileIsFree } from './client.ts';
import { Inbox } from './inbox.ts';
import { dropChat } from './drop-chat.ts';
import { fetchFile } from './fetch-file.ts';
import { Outgoing } from './outgoing.ts';
import { look, nudge, ourselves, refreshQr } from './page.ts';
import { readEdit, readMessage, readVote } from './read-message.ts';
import { type Glimpse, watch, type Watched } from './watch.ts';

/** Milliseconds of one clock; only differences mean anything. */
const elapsed = (): number => performance.now();
const NOT_READY_MS = 5_000;

interface Around {
  begin: Begin;
  tell: (message: FromProcess) => void;
  /** This session is over; a process lives for one. */
  end: (code: string) => void;
}

/** One linked device: the library's client, what it tells, and the watchdogs over it. */
export class Session {
  readonly #around: Around;
  readonly #client: Client;
  readonly #inbox: Inbox;
  readonly #outgoing: Outgoing;
  #watched: Watched = { begunAt: elapsed(), ready: false };
  #glimpse: Glimpse | undefined;
  #ourselves: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(around: Around) {
    const { begin, tell, end } = around;
    this.#around = around;
    this.#client = clientOf(begin, ({ pupBrowser, pupPage }) => {
      pupBrowser?.on('disconnected', () => end('chromium_gone'));
      pupPage?.on('error', () => end('page_crashed'));
      pupPage?.on('close', () => end('page_closed'));
    });
    this.#inbox = new Inbox(tell);
    this.#outgoing = new Outgoing(this.#client);
    this.#listen();
  }

  /** Starts Chromium and loads the page; what comes of it is told. */
  async open(): Promise<void> {
    if (!(await profileIsFree(this.#around.begin))) {
      this.#around.end('profile_in_use');
      return;
    }
    this.#timer = setInterval(() => void this.#look(), this.#around.begin.limits.lookMs);
    await this.#client.initialize();
  }

  async hear(message: Exclude<ToProcess, { kind: 'begin' | 'stop' }>): Promise<void> {
    const { tell } = this.#around;
    switch (message.kind) {
      case 'send':
      case 'play': {
        const { call } = message;
        if (!this.#watched.ready || (this.#glimpse && this.#glimpse.socket !== 'CONNECTED'))
          tell({ kind: 'answer', call, answer: { kind: 'retry', afterMs: NOT_READY_MS, code: 'offline' } });
        else if (message.kind === 'send')
          tell({ kind: 'answer', call, answer: await this.#outgoing.send(message) });
        else tell({ kind: 'answer', call, answer: await this.#outgoing.play(message) });
        break;
      }
      case 'fetch':
        tell({ kind: 'answer', call: message.call, answer: await fetchFile(this.#client, message.id) });
        break;
      case 'drop':
        tell({ kind: 'answer', call: message.call, answer: await dropChat(this.#client, message.chat) });
        break;
      case 'taken':
        await this.#inbox.taken(message.ref, this.#client);
        break;
      case 'unread':
        if (message.again) this.#inbox.tellAgain();
        await this.#inbox.bringUnread(this.#client, message.since);
    }
  }

  /** Ends Chromium; it writes the session to disk as it goes. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#client.destroy();
  }

  #listen(): void {
    const client = this.#client;
    const { tell, end } = this.#around;
    client.on('qr', (qr: string) => {
      this.#watched = { ...this.#watched, qrAt: elapsed() };
      this.#reached({ state: 'waiting', qr });
    });
    client.on('authenticated', () => {
      if (!this.#watched.ready) this.#reached({ state: 'pairing' });
    });
    client.on('ready', () => void this.#ready());
    client.on('auth_failure', () => end('auth_failure'));
    client.on('disconnected', (reason: unknown) => this.#disconnected(String(reason)));
    client.on('message', (message) => {
      const read = readMessage(message);
      if (read !== undefined) this.#inbox.add(read);
    });
    client.on('message_edit', (message, now, before) => {
      const read = readEdit(message, now, before);
      if (read !== undefined) this.#inbox.add(read);
    });
    client.on('vote_update', (vote) => {
      const read = readVote(vote, this.#ourselves);
      if (read !== undefined) this.#inbox.add(read);
    });
    client.on('message_ack', (message, ack) => {
      const state = Object.hasOwn(ACK_STATES, ack) ? ACK_STATES[ack] : undefined;
      const id = idOf(message);
      if (state !== undefined && id !== undefined) tell({ kind: 'ack', id, state });
    });
  }

  async #ready(): Promise<void> {
    const { pupPage, info } = this.#client;
    this.#watched = { begunAt: this.#watched.begunAt, ready: true };
    if (pupPage !== undefined) this.#ourselves = await ourselves(pupPage);
    this.#reached({ state: 'ready', account: info.wid.user });
  }

  /** WhatsApp's word for why. Nobody but an operator mends what the phone or WhatsApp has ended. */
  #disconnected(reason: string): void {
    if (/^(LOGOUT|UNPAIRED|UNPAIRED_IDLE)$/.test(reason)) this.#unlink('logged_out');
    else if (/TOS_BLOCK$/.test(reason)) this.#unlink('banned');
    else this.#around.end(`disconnected_${/^[A-Z_]{1,40}$/.test(reason) ? reason.toLowerCase() : 'else'}`);
  }

  #unlink(why: 'logged_out' | 'banned'): void {
    this.#reached({ state: 'unlinked', why });
    this.#around.end('unlinked');
  }

  #reached(stage: Stage): void {
    this.#around.tell({ kind: 'stage', stage });
  }

  async #look(): Promise<void> {
    // A page that is slow to answer is not asked again meanwhile.
    if (this.#looking) return;
    this.#looking = true;
    await this.#watch().finally(() => {
      this.#looking = false;
    });
  }

  async #watch(): Promise<void> {
    const { pupPage } = this.#client;
    const { limits } = this.#around.begin;
    this.#glimpse = pupPage && (await look(pupPage));
    const { watched, act } = watch(this.#watched, this.#glimpse, elapsed(), limits);
    this.#watched = watched;
    if (act.do === 'rebuild') this.#around.end(act.code);
    if (act.do === 'unlink') this.#unlink('logged_out');
    if (act.do !== 'nudge' && act.do !== 'refresh_qr') return;
    this.#around.tell({ kind: 'trouble', code: act.do === 'nudge' ? 'ready_lost' : 'qr_idle' });
    if (pupPage !== undefined) await (act.do === 'nudge' ? nudge(pupPage) : refreshQr(pupPage));
  }
}

/** WhatsApp's ticks: one, two, two blue ones; a voice note that was played has been read. */
const ACK_STATES: Readonly<Record<string, 'failed' | 'sent' | 'delivered' | 'read'>> = {
  '-1': 'failed',
  '1': 'sent',
  '2': 'delivered',
  '3': 'read',
  '4': 'read',
};

const ours = z.object({ id: z.object({ _serialized: z.string(), fromMe: z.literal(true) }) });
const idOf = (message: unknown): string | undefined => ours.safeParse(message).data?.id._serialized;
