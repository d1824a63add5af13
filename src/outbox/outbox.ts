import type { ConversationId, Conversations, OutItem } from '../conversation/conversation.ts';
import type { Channel } from '../conversation/ports.ts';
import type { Lane } from '../domain/message.ts';
import { type DeliverDeps, Delivering, type Words } from './deliver.ts';
import { inTurn } from './in-turn.ts';
import { type Leased, Leases } from './leases.ts';
import { Line } from './line.ts';
import { Pacing } from './pacing.ts';
import { Pauses } from './pauses.ts';
import type { Turnstile } from './turnstile.ts';

export { AGAIN_MARK } from './attempt.ts';

/** How soon it is looked whether another process is done, and the longest pause between two looks. */
const LOOK_AFTER_MS = 100;
const LOOK_AT_LEAST_EVERY_MS = 2000;

export interface OutboxDeps extends DeliverDeps {
  channels: readonly Channel[];
  conversations: Conversations;
  leaseMs: number;
  /** Who keeps the pace of a channel; absent: this process, by itself. */
  turnstile?: (channel: Channel) => Turnstile;
  /** Something staff said has left, or is given up; `saidIn` is the talk. Never throws. */
  replied?: (saidIn: string) => void;
}

interface Queue extends Leased, Words {
  items: OutItem[];
  running: Promise<void>;
}

/** Sends what commits carry, one message of a conversation after the other, at the pace of its channel. */
export class Outbox {
  readonly #conversations: Conversations;
  readonly #replied: OutboxDeps['replied'];
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #delivering: Delivering;
  readonly #queues = new Map<ConversationId, Queue>();
  readonly #pauses = new Pauses();
  readonly #leases: Leases;

  constructor(deps: OutboxDeps) {
    this.#conversations = deps.conversations;
    this.#replied = deps.replied;
    const turnstile = deps.turnstile ?? (({ pace }) => new Pacing(pace ?? {}));
    this.#lines = new Map(
      deps.channels.map((channel) => [channel.id, new Line(channel, turnstile(channel), this.#pauses)]),
    );
    const begin = deps.conversations.begin?.bind(deps.conversations);
    this.#delivering = new Delivering(begin ? { ...deps, begin } : deps, this.#lines, this.#pauses);
    this.#leases = new Leases(deps, this.#queues);
  }

  /** How many messages this process has in hand, by channel. */
  get waiting(): ReadonlyMap<string, number> {
    const waiting = new Map([...this.#lines.keys()].map((channel) => [channel, 0]));
    for (const { items } of this.#queues.values())
      for (const { route } of items) waiting.set(route.channel, (waiting.get(route.channel) ?? 0) + 1);
    return waiting;
  }

  take(conversation: ConversationId, taken: readonly OutItem[]): void {
    const queue = this.#queues.get(conversation);
    // A slow platform may outlast a lease: what we are still at is not begun a second time.
    const items = taken.filter(
      ({ message }) => queue?.items.some((item) => item.message.id === message.id) !== true,
    );
    if (items.length === 0) return;
    if (queue === undefined) {
      const fresh: Queue = { items: [...items], running: Promise.resolve() };
      this.#queues.set(conversation, fresh);
      fresh.running = this.#drain(conversation, fresh);
      this.#leases.watch();
    } else {
      for (const item of items) enqueue(queue.items, item);
      this.#leases.joined(queue);
      queue.spokenTo?.();
    }
  }

  /** Resolves when nothing of this conversation is in hand. */
  async through(conversation: ConversationId): Promise<void> {
    await this.#queues.get(conversation)?.running;
  }

  /** A call of a channel that is no message of a talk, at the pace of its messages; `undefined`: it is stopping. */
  async atPace<Outcome extends { kind: string }>(
    channel: string,
    to: string,
    lane: Lane,
    call: () => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    const line = this.#lines.get(channel);
    return line === undefined || this.#pauses.ended ? undefined : inTurn(line.pacing, lane, to, call);
  }

  /** Takes no pause any longer; resolves when no send is under way. What is left is in its document. */
  async stop(): Promise<void> {
    this.#pauses.end();
    for (const line of this.#lines.values()) line.pacing.stop();
    await this.idle();
  }

  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all([...this.#queues.values()].map((queue) => queue.running));
  }

  async #drain(conversation: ConversationId, queue: Queue): Promise<void> {
    // Lets `take` put the queue in its place first.
    await Promise.resolve();
    for (;;) {
      const item = await this.#next(conversation, queue);
      if (item === undefined) break;
      const delivered = await this.#delivering.deliver(conversation, item, queue);
      if (delivered === 'settled') {
        await this.#conversations.done(conversation, { out: [item.message.id] });
        if (item.saidIn !== undefined) this.#replied?.(item.saidIn);
      }
      // Stopping, nothing overtakes what is left.
      if (delivered === 'left' && this.#pauses.ended) break;
      queue.items.shift();
      if (delivered === 'others') follow(queue.items, item);
    }
    this.#queues.delete(conversation);
  }

  /**
   * The first message, once nothing that goes before it is with another process (C12). Meanwhile what that process left
   * may be taken over and come to stand before it. Stopping, all that is left stays in its document.
   */
  async #next(conversation: ConversationId, { items }: Queue): Promise<OutItem | undefined> {
    for (let looks = 1; ; looks += 1) {
      const [item] = items;
      const after = item?.after ?? [];
      if (item === undefined || after.length === 0) return item;
      const unsent = await this.#conversations.unsent(conversation).catch(() => after);
      if (items[0] !== item) continue;
      const left = after.filter((id) => unsent.includes(id));
      items[0] = { ...item, after: left };
      if (left.length === 0) return items[0];
      if (this.#pauses.ended) return undefined;
      await this.#pauses.take(Math.min(LOOK_AFTER_MS * looks, LOOK_AT_LEAST_EVERY_MS));
    }
  }
}

/** What comes next waits until the process that sends this one is done (C12). */
function follow(items: OutItem[], { message }: OutItem): void {
  const [next] = items;
  if (next !== undefined) items[0] = { ...next, after: [...(next.after ?? []), message.id] };
}

/** Behind all that waits here, but before what waits for it. */
function enqueue(items: OutItem[], item: OutItem): void {
  const at = items.findIndex(({ after }) => after?.includes(item.message.id) === true);
  items.splice(at < 0 ? items.length : at, 0, item);
}
