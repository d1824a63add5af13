import type { ConversationId, OutItem } from '../conversation/conversation.ts';
import type { SendOutcome } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import { attempt, isOnceOnly } from './attempt.ts';
import { type Fate, isWorthKeeping, type KeepFate } from './fate.ts';
import type { Line } from './line.ts';
import type { Pauses } from './pauses.ts';

/** Text waits no longer than this for a platform that cannot be reached (T5), milliseconds. */
const KEEP_TRYING_MS = 72 * 3_600_000;
/** Each further pause for the same message is so much longer at least, where the platform names a shorter one. */
const LONGER_BY_MS = 100;
/** What waits for a person to write may be called by another process's commit; it is looked at least this often. */
const LOOK_FOR_WORDS_MS = 60_000;

export interface DeliverDeps {
  clock: Clock;
  /** Ids and codes only. */
  report: (
    outcome: 'sent' | 'refused' | 'unknown' | 'repeated' | 'retry' | 'no_channel' | 'not_kept' | 'withdrawn',
    channel: string,
    code?: string,
  ) => void;
  /** A broadcast that may not have arrived and is not sent again: whoever ordered it counts it. May come twice. */
  inDoubt?: (broadcast: string, conversation: ConversationId) => Promise<void>;
  /**
   * Asked at the moment a broadcast would leave, once more with each try; `false`: it is taken out. Whoever ordered it
   * knows what becomes of it then.
   */
  mayLeave?: (broadcast: string, conversation: ConversationId) => Promise<boolean>;
  /** What became of a message, where that is worth keeping. */
  keep?: KeepFate;
  /** Begins one that was `untried`; `false`: another process has. */
  begin?: (conversation: ConversationId, message: string) => Promise<boolean>;
  /** The person cannot be reached any more, as `message` found. May come twice. */
  gone?: (conversation: ConversationId, message: string) => Promise<void>;
}

/** Where a message that waits for its person to write is told that they have. */
export interface Words {
  spokenTo?: (() => void) | undefined;
}

/** One message on its way, and how often it was begun. */
interface Way {
  conversation: ConversationId;
  item: OutItem;
  line: Line;
  words: Words;
  again: number;
  pauses: number;
  /** It is ours alone: from now on a crash leaves it in doubt. */
  begun: boolean;
  /** When it is given up, milliseconds since 1970. */
  until: number;
}

/** `settled`: nothing more is to be done about it. `left`: it stays in its document. `others`: another process sends it, or will. */
export type Delivered = 'settled' | 'left' | 'others';
type End = Delivered | 'goes_on';

/** Brings one message to an end: at its turn, with as many attempts as its outcome allows (C9, COMMIT.md rule 10). */
export class Delivering {
  readonly #deps: DeliverDeps;
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #pauses: Pauses;

  constructor(deps: DeliverDeps, lines: ReadonlyMap<string, Line>, pauses: Pauses) {
    this.#deps = deps;
    this.#lines = lines;
    this.#pauses = pauses;
  }

  /** Resolves with what has become of it here. */
  async deliver(conversation: ConversationId, item: OutItem, words: Words): Promise<Delivered> {
    const { clock, report } = this.#deps;
    const line = this.#lines.get(item.route.channel);
    if (line === undefined) {
      report('no_channel', item.route.channel);
      return 'left';
    }
    const until = clock.now() + KEEP_TRYING_MS;
    const begun = item.untried !== true;
    const way: Way = { conversation, item, line, words, again: item.again, pauses: 0, begun, until };
    for (;;) {
      const end = await this.#try(way);
      if (end !== 'goes_on') return end;
      if (this.#pauses.ended) return 'left';
    }
  }

  async #try(way: Way): Promise<End> {
    const { line, item, again } = way;
    // Where the other end keeps each id once nothing is in doubt, and what may have been lost is sent.
    if (again > 0 && isOnceOnly(line.channel, item)) return this.#leave(way);
    const { lane, address } = item.message;
    const turn = line.pacing.leave(lane, address);
    if (turn !== undefined && !(await turn)) return 'left';
    const stays = await this.#stays(way);
    if (stays !== undefined) {
      line.pacing.back(lane);
      return stays;
    }
    if (!way.begun && !(await this.#begin(way))) {
      line.pacing.back(lane);
      return 'others';
    }
    const outcome = await attempt(line.channel, item, again);
    // The pause of all is kept where everybody waits for their turn.
    if (outcome.kind === 'retry' && outcome.forAll === true) line.pacing.hold(outcome.afterMs);
    line.pacing.back(lane);
    if (outcome.kind === 'sent' || outcome.kind === 'refused') line.answered();
    switch (outcome.kind) {
      case 'sent':
        return this.#settle(way, 'sent', {
          state: 'sent',
          ...(outcome.as !== undefined && { as: outcome.as }),
        });
      case 'refused':
        return this.#refused(way, outcome);
      case 'unknown':
        return this.#inDoubt(way, outcome.code);
      case 'retry':
        return this.#later(way, outcome);
    }
  }

  /** At the last moment: what only waited for its turn is never in doubt, whatever happens to this process. */
  async #begin(way: Way): Promise<boolean> {
    const begun = await this.#deps.begin?.(way.conversation, way.item.message.id).catch(() => false);
    way.begun = begun ?? true;
    return way.begun;
  }

  /** A broadcast may have been stopped while its messages waited for their turn. */
  async #stays({ conversation, item, line }: Way): Promise<'settled' | 'left' | undefined> {
    const { mayLeave, report } = this.#deps;
    if (item.broadcast === undefined || mayLeave === undefined) return undefined;
    try {
      if (await mayLeave(item.broadcast, conversation)) return undefined;
    } catch {
      return 'left';
    }
    report('withdrawn', line.channel.id);
    return 'settled';
  }

  async #refused(way: Way, { code, gone }: Extract<SendOutcome, { kind: 'refused' }>): Promise<End> {
    // Whoever is not marked is refused again with the next message, and marked then.
    if (gone) await this.#deps.gone?.(way.conversation, way.item.message.id).catch(() => undefined);
    // That the second try was refused says nothing of the first.
    const doubtful = way.again > 0 && way.line.channel.dedupes !== true;
    return doubtful
      ? this.#settle(way, 'unknown', { state: 'unknown', code })
      : this.#settle(way, 'refused', { state: 'failed', code, ...(gone && { gone }) });
  }

  /** Sent once more, marked; a broadcast is not. */
  async #inDoubt(way: Way, code: string): Promise<End> {
    const { line, item } = way;
    const answers = line.untilItAnswers();
    if (isOnceOnly(line.channel, item)) return this.#leave(way, code);
    if (way.again > item.again) return this.#settle(way, 'unknown', { state: 'unknown', code });
    way.again += 1;
    this.#deps.report('repeated', line.channel.id, code);
    await answers;
    return 'goes_on';
  }

  async #later(way: Way, outcome: Extract<SendOutcome, { kind: 'retry' }>): Promise<End> {
    const { line, words } = way;
    if (this.#deps.clock.now() > way.until)
      return this.#settle(way, 'refused', { state: 'failed', code: 'too_old' });
    this.#deps.report('retry', line.channel.id, outcome.code);
    way.pauses += 1;
    const pause = Math.max(outcome.afterMs, LONGER_BY_MS * way.pauses);
    if (outcome.orWhenSpokenTo === true) {
      await this.#pauses.take(Math.min(pause, LOOK_FOR_WORDS_MS), (wake) => {
        words.spokenTo = wake;
      });
      words.spokenTo = undefined;
    } else if (outcome.forAll !== true) await this.#pauses.take(pause);
    return 'goes_on';
  }

  /** Rule 10: a broadcast is not doubled. It waits in its document until its being in doubt has been counted. */
  async #leave(way: Way, code?: string): Promise<End> {
    const { broadcast } = way.item;
    try {
      if (broadcast !== undefined) await this.#deps.inDoubt?.(broadcast, way.conversation);
    } catch {
      return 'left';
    }
    return this.#settle(way, 'unknown', { state: 'unknown', ...(code !== undefined && { code }) });
  }

  /** Its end is kept before it leaves its document, so that a crash in between counts it twice and never not at all. */
  async #settle(
    { conversation, item, line }: Way,
    outcome: 'sent' | 'refused' | 'unknown',
    what: Pick<Fate, 'state' | 'as' | 'code' | 'gone'>,
  ): Promise<End> {
    const { keep, report } = this.#deps;
    const fate: Fate = { conversation, item, ...what };
    if (keep !== undefined && isWorthKeeping(fate))
      await keep(fate).catch(() => report('not_kept', line.channel.id));
    report(outcome, line.channel.id, what.code);
    return 'settled';
  }
}
