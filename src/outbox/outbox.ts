import type { Clock } from '../domain/clock.ts';
import type { ConversationId, Conversations, OutItem } from '../conversation/conversation.ts';
import type { Channel, SendOutcome } from '../conversation/ports.ts';

/** Stands before a message that may have arrived already (COMMIT.md rule 10). */
export const AGAIN_MARK = '↻ ';
/** Text waits no longer than this for a platform that cannot be reached (T5), milliseconds. */
const KEEP_TRYING_MS = 72 * 3_600_000;
/** How soon it is looked whether another process is done, and the longest pause between two looks. */
const LOOK_AFTER_MS = 100;
const LOOK_AT_LEAST_EVERY_MS = 2000;
/** A platform may ask for a long pause; we look again at least this often. */
const LONGEST_PAUSE_MS = 60_000;

export interface OutboxDeps {
  channels: readonly Channel[];
  conversations: Conversations;
  clock: Clock;
  leaseMs: number;
  /** Ids and codes only. */
  report: (
    outcome: 'sent' | 'refused' | 'unknown' | 'repeated' | 'retry' | 'no_channel',
    channel: string,
    code?: string,
  ) => void;
  /** A broadcast that may not have arrived and is not sent again: whoever ordered it counts it. May come twice. */
  inDoubt?: (broadcast: string, conversation: ConversationId) => Promise<void>;
}

interface Queue {
  items: OutItem[];
  running: Promise<void>;
  /** Ends the pause of a message that waits for the person to write. */
  spokenTo?: (() => void) | undefined;
}

/** Sends what commits carry, one message of a conversation after the other. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #channels: ReadonlyMap<string, Channel>;
  readonly #queues = new Map<ConversationId, Queue>();
  #stopping = false;
  readonly #wake = new Set<() => void>();

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#channels = new Map(deps.channels.map((channel) => [channel.id, channel]));
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
    } else {
      for (const item of items) enqueue(queue.items, item);
      queue.spokenTo?.();
    }
  }

  /** Takes no pause any longer; resolves when no send is under way. What is left is in its document. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const wake of this.#wake) wake();
    await this.idle();
  }

  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all([...this.#queues.values()].map((queue) => queue.running));
  }

  async #drain(conversation: ConversationId, queue: Queue): Promise<void> {
    // Lets `take` put the queue in its place first.
    await Promise.resolve();
    const letGo = this.#hold(conversation, queue);
    for (;;) {
      const item = await this.#next(conversation, queue);
      if (item === undefined) break;
      if (await this.#deliver(conversation, queue, item))
        await this.#deps.conversations.done(conversation, { out: [item.message.id] });
      queue.items.shift();
    }
    letGo();
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
      const unsent = await this.#deps.conversations.unsent(conversation).catch(() => after);
      if (items[0] !== item) continue;
      const left = after.filter((id) => unsent.includes(id));
      items[0] = { ...item, after: left };
      if (left.length === 0) return items[0];
      if (this.#stopping) return undefined;
      await this.#pause(Math.min(LOOK_AFTER_MS * looks, LOOK_AT_LEAST_EVERY_MS));
    }
  }

  /**
   * A platform may be slower than a lease, or ask for a pause: all that waits here stays ours, or another process would
   * send it a second time, the later ones before the first (C12).
   */
  #hold(conversation: ConversationId, queue: Queue): () => void {
    const { conversations, leaseMs } = this.#deps;
    let renewing = false;
    const renew = async (): Promise<void> => {
      if (renewing) return;
      renewing = true;
      for (const { message } of [...queue.items])
        await conversations.renew(conversation, message.id, leaseMs).catch(() => undefined);
      renewing = false;
    };
    const timer = setInterval(() => void renew(), leaseMs / 3).unref();
    return () => clearInterval(timer);
  }

  /** `true`: nothing more is to be done about this message. */
  async #deliver(conversation: ConversationId, queue: Queue, item: OutItem): Promise<boolean> {
    const { clock, report } = this.#deps;
    const channel = this.#channels.get(item.route.channel);
    if (channel === undefined) {
      report('no_channel', item.route.channel);
      return false;
    }
    const until = clock.now() + KEEP_TRYING_MS;
    let again = item.again;
    for (let pauses = 0; !this.#stopping || pauses === 0; ) {
      // Where the other end keeps each id once nothing is in doubt, and what may have been lost is sent.
      if (again > 0 && isOnceOnly(channel, item)) return this.#leave(conversation, channel, item);
      const outcome = await attempt(channel, item, again);
      switch (outcome.kind) {
        case 'sent':
          report('sent', channel.id);
          return true;
        case 'refused':
          report('refused', channel.id, outcome.code);
          return true;
        case 'unknown':
          if (isOnceOnly(channel, item)) return this.#leave(conversation, channel, item, outcome.code);
          if (again > item.again) {
            report('unknown', channel.id, outcome.code);
            return true;
          }
          again += 1;
          report('repeated', channel.id, outcome.code);
          break;
        case 'retry': {
          if (clock.now() > until) {
            report('refused', channel.id, 'too_old');
            return true;
          }
          report('retry', channel.id, outcome.code);
          pauses += 1;
          const pause = Math.min(Math.max(outcome.afterMs, 100 * pauses), LONGEST_PAUSE_MS);
          await this.#pause(pause, outcome.orWhenSpokenTo === true ? queue : undefined);
          break;
        }
      }
    }
    return false;
  }

  /** Rule 10: a broadcast is not doubled. It waits in its document until its being in doubt has been counted. */
  async #leave(
    conversation: ConversationId,
    channel: Channel,
    { broadcast }: OutItem,
    code?: string,
  ): Promise<boolean> {
    const { report, inDoubt } = this.#deps;
    try {
      if (broadcast !== undefined) await inDoubt?.(broadcast, conversation);
    } catch {
      return false;
    }
    report('unknown', channel.id, code);
    return true;
  }

  #pause(ms: number, queue?: Queue): Promise<void> {
    if (this.#stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wake.delete(wake);
        if (queue !== undefined) queue.spokenTo = undefined;
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wake.add(wake);
      if (queue !== undefined) queue.spokenTo = wake;
    });
  }
}

/** Behind all that waits here, but before what waits for it. */
function enqueue(items: OutItem[], item: OutItem): void {
  const at = items.findIndex(({ after }) => after?.includes(item.message.id) === true);
  items.splice(at < 0 ? items.length : at, 0, item);
}

const isOnceOnly = (channel: Channel, { message }: OutItem): boolean =>
  message.lane === 'broadcast' && channel.dedupes !== true;

async function attempt(channel: Channel, item: OutItem, again: number): Promise<SendOutcome> {
  const marked = again > 0 && channel.dedupes !== true;
  const message = marked ? { ...item.message, text: `${AGAIN_MARK}${item.message.text}` } : item.message;
  try {
    return await channel.send(message, item.route.account);
  } catch {
    // A channel promises not to throw; if it does, nothing is known of the message.
    return { kind: 'unknown', code: 'channel_threw' };
  }
}
