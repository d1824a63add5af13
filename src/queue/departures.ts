import type { ConversationId, OutItem } from '../conversation/conversation.ts';
import type { Lane } from '../domain/message.ts';
import { Jobs } from './jobs.ts';
import type { RedisLink } from './link.ts';

/** Talks a process has in hand for one channel: enough for a platform that is slow to answer. */
const AT_ONCE = 96;
/** What a moment brings is added in one command, milliseconds. */
const TOGETHER_MS = 5;
/** Replies hardly ever come this way; they go first. BullMQ serves the lowest number first. */
const PRIORITY: Readonly<Record<Lane, number>> = { reply: 1, alert: 2, broadcast: 3 };

export interface DeparturesParts {
  link: RedisLink;
  prefix: string;
  /** Channels this process can send on. */
  channels: readonly string[];
  /** What nobody has begun to send of a talk. */
  untried: (conversation: ConversationId) => Promise<readonly OutItem[]>;
  /** Sends, each at its turn; resolves when nothing of this talk is in hand here. */
  send: (conversation: ConversationId, out: readonly OutItem[]) => Promise<void>;
  stalledAfterMs?: number;
}

interface Handed {
  conversation: ConversationId;
  out: readonly OutItem[];
}

/**
 * Hands what the house says unasked to whichever process has a hand free: a queue of BullMQ for each channel, alerts
 * before broadcasts. A job names a talk and nothing else; what is to be said stands in MongoDB, and who begins it there
 * has it. So a job that comes twice, late or never does no harm.
 */
export class Departures {
  readonly #parts: DeparturesParts;
  readonly #queues = new Map<string, Jobs>();
  #fresh: Handed[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(parts: DeparturesParts) {
    this.#parts = parts;
  }

  /** Takes jobs from now on; to be called when Redis is there. */
  begin(): void {
    for (const channel of this.#parts.channels) this.#queueOf(channel).begin();
  }

  /** Never throws: where Redis is away this process sends by itself. */
  handOver(conversation: ConversationId, out: readonly OutItem[]): void {
    this.#fresh.push({ conversation, out });
    this.#timer ??= setTimeout(() => void this.#flush(), TOGETHER_MS);
  }

  /** How many talks wait by channel, for all processes together. */
  async waiting(): Promise<ReadonlyMap<string, number>> {
    const counted = new Map<string, number>();
    for (const [channel, queue] of this.#queues) {
      const count = await queue.waiting().catch(() => undefined);
      if (count !== undefined) counted.set(channel, count);
    }
    return counted;
  }

  /** Begins nothing more: what is in hand goes back to the others. To be called before sending stops. */
  stop(): void {
    this.#stopping = true;
  }

  /** Resolves when no job is in hand; sending has stopped before. */
  async close(): Promise<void> {
    await this.#flush();
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const fresh = this.#fresh;
    this.#fresh = [];
    for (const channel of new Set(fresh.map(channelOf))) {
      const all = fresh.filter((each) => channelOf(each) === channel);
      try {
        await this.#queueOf(channel).add(all.map(({ conversation, out }) => referenceOf(conversation, out)));
      } catch {
        if (!this.#stopping)
          for (const { conversation, out } of all) void this.#parts.send(conversation, out);
      }
    }
  }

  #queueOf(channel: string): Jobs {
    const opened = this.#queues.get(channel);
    if (opened !== undefined) return opened;
    const { link, prefix, stalledAfterMs } = this.#parts;
    const queue = new Jobs({
      ...{ link, prefix, name: `departures-${channel}`, atOnce: AT_ONCE },
      ...(stalledAfterMs !== undefined && { stalledAfterMs }),
      work: (conversation) => this.#depart(conversation),
    });
    this.#queues.set(channel, queue);
    return queue;
  }

  async #depart(conversation: ConversationId): Promise<void> {
    if (!this.#stopping) {
      const out = await this.#parts.untried(conversation);
      if (out.length > 0) await this.#parts.send(conversation, out);
    }
    // What its turn did not come for is still untried: another process goes on with it.
    if (this.#stopping) throw new Error('This process stops.');
  }
}

const channelOf = ({ out }: Handed): string => out[0]?.route.channel ?? '';

/** One a commit: its first message names it, so that adding it again after a look changes nothing. */
const referenceOf = (conversation: ConversationId, out: readonly OutItem[]) => ({
  id: `${conversation}.${out[0]?.message.id ?? ''}`,
  of: conversation,
  priority: PRIORITY[out[0]?.message.lane ?? 'broadcast'],
});
