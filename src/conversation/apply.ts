import { Fault } from '../domain/faults.ts';
import type { ConversationId, Conversations, OrderedEffect } from './conversation.ts';
import { readSeat } from './phone/seat.ts';
import type { CallKind, EffectItem, EffectKind } from './ports.ts';

/** Effects of one kind applied by one call. */
const MAX_BATCH = 500;
/**
 * Tries of an effect that its capability refuses (T29); after them it is kept for a person to look at. An outage is no
 * such try.
 */
const MOST_TRIES = 5;
/** Nobody waits for an effect: this long others may join it, so that forty chats cost one command and not forty. */
const GATHER_MS = 25;

export interface EffectsDeps {
  kinds: readonly EffectKind[];
  conversations: Conversations;
  /** Ids and codes only. `buried`: it is not tried again by itself. */
  report(kind: string, cause: unknown, buried: boolean): void;
}

interface Waiting {
  conversation: ConversationId;
  effect: OrderedEffect;
  /** It has been applied or reported. */
  settle(): void;
}

/**
 * Applies effects right after their commit, batched by kind and in the order of their commits. What fails stays in its
 * document and is taken over when its lease ends; being idempotent, it may then be applied twice.
 */
export class Effects {
  readonly #deps: EffectsDeps;
  readonly #queues = new Map<string, { waiting: Waiting[]; running: Promise<void> | null }>();
  readonly #open = new Map<ConversationId, Promise<unknown>>();
  readonly #gathering = new Set<() => void>();
  /** How many wait for everything to be done: then nothing is gathered. */
  #awaited = 0;

  constructor(deps: EffectsDeps) {
    this.#deps = deps;
  }

  /** Resolves when each has been applied or reported, but for those of a kind that gathers longer. */
  async apply(conversation: ConversationId, effects: readonly OrderedEffect[]): Promise<void> {
    if (effects.length === 0) return;
    const each = effects.flatMap((effect) => {
      const settled = new Promise<void>((settle) => this.#queue({ conversation, effect, settle }));
      return this.#kindOf(effect.kind)?.gatherMs === undefined ? [settled] : [];
    });
    const all = Promise.all([this.#open.get(conversation), ...each]);
    this.#open.set(conversation, all);
    await all;
    if (this.#open.get(conversation) === all) this.#open.delete(conversation);
  }

  /** Resolves when what this process has in hand for a conversation has been applied or reported. */
  async applied(conversation: ConversationId): Promise<void> {
    await this.#open.get(readSeat(conversation).conversation);
  }

  #queue(waiting: Waiting): void {
    const { kind } = waiting.effect;
    let queue = this.#queues.get(kind);
    if (queue === undefined) {
      queue = { waiting: [], running: null };
      this.#queues.set(kind, queue);
    }
    queue.waiting.push(waiting);
    queue.running ??= this.#drain(kind, queue);
  }

  /** Resolves when nothing is in hand, and has what waits for company go at once. */
  async idle(): Promise<void> {
    this.#awaited += 1;
    for (const go of this.#gathering) go();
    for (;;) {
      const running = [...this.#queues.values()].flatMap((queue) => queue.running ?? []);
      if (running.length === 0) break;
      await Promise.all(running);
    }
    this.#awaited -= 1;
  }

  async #drain(name: string, queue: { waiting: Waiting[]; running: Promise<void> | null }): Promise<void> {
    while (queue.waiting.length > 0) {
      const ms = this.#kindOf(name)?.gatherMs ?? GATHER_MS;
      if (queue.waiting.length < MAX_BATCH && this.#awaited === 0) await this.#gather(ms);
      await this.#applyBatch(name, queue.waiting.splice(0, MAX_BATCH));
    }
    queue.running = null;
  }

  #gather(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#gathering.delete(go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      this.#gathering.add(go);
    });
  }

  #kindOf(name: string): EffectKind | undefined {
    return this.#deps.kinds.find((each) => each.name === name);
  }

  /** One that cannot be applied is not tried for ever, but for those that must be. */
  async #isBuried({ conversation, effect }: Waiting, cause: unknown): Promise<boolean> {
    const { conversations } = this.#deps;
    if (isAway(cause) || (effect.again ?? 0) + 1 < MOST_TRIES) return false;
    if (this.#kindOf(effect.kind)?.endless === true) return false;
    try {
      await conversations.buryEffect(
        conversation,
        effect,
        cause instanceof Fault ? cause.code : 'effect_failed',
      );
      await conversations.done(conversation, { effects: [effect.id] });
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Tries one once more that was buried. `false`: it cannot be applied yet.
   * @throws Fault `unavailable` when it is not known
   */
  async again(effect: OrderedEffect): Promise<boolean> {
    const kind = this.#kindOf(effect.kind);
    if (kind === undefined) return false;
    try {
      await kind.apply([parsed(kind, effect)]);
      return true;
    } catch (cause) {
      if (isAway(cause)) throw cause;
      return false;
    }
  }

  async #applyBatch(name: string, batch: readonly Waiting[]): Promise<void> {
    const kind = this.#kindOf(name);
    try {
      if (kind === undefined) throw new Error('no capability has this effect any more');
      await kind.apply(batch.map(({ effect }) => parsed(kind, effect)));
    } catch (cause) {
      // One that cannot be applied must not hold the others.
      if (batch.length > 1 && !isAway(cause)) for (const one of batch) await this.#applyBatch(name, [one]);
      else {
        const [only] = batch;
        this.#deps.report(name, cause, only !== undefined && (await this.#isBuried(only, cause)));
        for (const waiting of batch) waiting.settle();
      }
      return;
    }
    const byConversation = new Map<ConversationId, Buffer[]>();
    for (const { conversation, effect } of batch)
      byConversation.set(conversation, [...(byConversation.get(conversation) ?? []), effect.id]);
    for (const [conversation, effects] of byConversation)
      await this.#deps.conversations.done(conversation, { effects });
    for (const waiting of batch) waiting.settle();
  }
}

/** Calls that see what their conversation did before: "my data" counts the answer given a moment ago. */
export const callsAfter = (effects: Effects, calls: readonly CallKind[]): CallKind[] =>
  calls.map((call) => ({
    ...call,
    async run(params, context) {
      await effects.applied(context.conversation);
      return call.run(params, context);
    },
  }));

/** In an outage one by one would wait for the database as often as there are effects. */
const isAway = (cause: unknown): boolean => cause instanceof Fault && cause.kind === 'unavailable';

/** What was stored may be from an older version of the capability. */
const parsed = (kind: EffectKind, effect: OrderedEffect): EffectItem => ({
  id: effect.id,
  rev: effect.rev,
  context: effect.context,
  params: kind.params.parse(effect.params),
});
