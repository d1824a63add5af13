import { unavailable } from '../domain/faults.ts';
import type { Due } from '../engine/types.ts';
import type { Commit, Conversation, ConversationId, InboundId } from './conversation.ts';
import { atMost } from './at-most.ts';
import { isGone, sentBeforeErasure } from './admission.ts';
import { contentOf, type Entered, type Entry, orderOf, routeOf } from './entry.ts';
import { Lanes } from './lanes.ts';
import { passedOf } from './passed.ts';
import type { GiveBack, Prompt, Receipt, Receive, Speak, Take } from './ports.ts';
import { outOf } from './out-of.ts';
import { type Made, phoneOf } from './phone/phone-of.ts';
import { readSeat, seatId } from './phone/seat.ts';
import type { ReceptionDeps } from './reception-deps.ts';
import { Trouble } from './trouble.ts';

export type { Followers, ReceptionDeps } from './reception-deps.ts';

/** A door waits this long, then says 503 and the platform comes again; reading and answering fit into T25's 3 s too. */
const DOOR_WAITS_MS = 2700;
/** Turns tried against other writers before the door gives up: each lost try means somebody else's succeeded. */
const MAX_TRIES = 12;
/** Messages in hand: beyond it a door says 503 at once and memory stays bounded. */
const MAX_IN_HAND = 5000;

/** The one way in: every message of every channel becomes durable and answered here (COMMIT.md). */
export class Reception {
  readonly #deps: ReceptionDeps;
  readonly #trouble: Trouble;
  readonly #lanes = new Lanes<Receipt | 'gone'>();
  readonly #inHand = new Map<InboundId, Promise<Receipt | 'gone'>>();
  readonly #doorWaitsMs: number;

  constructor(deps: ReceptionDeps, doorWaitsMs = DOOR_WAITS_MS) {
    this.#deps = deps;
    this.#trouble = new Trouble(deps);
    this.#doorWaitsMs = doorWaitsMs;
  }

  readonly receive: Receive = async (message) => {
    const { conversations } = this.#deps;
    const [conversation, inbound] = [conversations.id(message), conversations.inboundId(message)];
    const receipt = await this.#enter({ kind: 'message', conversation, inbound, message });
    return receipt === 'gone' ? 'duplicate' : receipt;
  };

  /** A flow the house begins takes the same way as a message: in order, once, in one commit with what it leads to. */
  readonly prompt: Prompt = (prompt) => this.#ours(prompt, prompt.id, { kind: 'prompt', prompt });

  /** A moment a talk waited for takes the same way. One that its talk no longer waits for does nothing. */
  readonly wake = (conversation: ConversationId, due: Due): Promise<Receipt | 'gone'> =>
    this.#ours({ conversation }, `due ${due.sid} ${due.step} ${due.n} ${due.at}`, { kind: 'due', due });

  /** What staff do with a talk takes the same way: somebody has it, and gives it back. */
  readonly giveBack: GiveBack = (given) =>
    this.#ours(given, `given back ${given.id}`, { kind: 'resume', given });

  /** Somebody takes it. */
  readonly take: Take = (taken) => this.#ours(taken, `taken ${taken.id}`, { kind: 'take', taken });

  /** Somebody says something in it. */
  readonly speak: Speak = (spoken) => this.#ours(spoken, `spoken ${spoken.id}`, { kind: 'speak', spoken });

  /** Somebody cannot be reached any more, as a message of ours found: nothing leaves unasked until they are back. */
  readonly outOfReach = (conversation: ConversationId, message: string): Promise<Receipt | 'gone'> =>
    this.#ours({ conversation }, `gone ${message}`, { kind: 'gone' });

  /**
   * What was buried is tried once more, the same way; a second try after a crash finds the first one's commit.
   * @param answered its own id is committed already, so it goes by another
   * @throws Fault `still_fails` when no turn can be made of it yet
   */
  readonly again = (entry: Entry, answered: boolean): Promise<Receipt | 'gone'> => {
    const { conversation, inbound: letter } = entry;
    const inbound = answered ? this.#deps.conversations.promptId(conversation, `letter ${letter}`) : letter;
    return this.#enter({ ...entry, inbound, letter });
  };

  /** What no platform brought has an id of ours. */
  #ours(
    { conversation: named }: { conversation: string },
    id: string,
    what: Entered,
  ): Promise<Receipt | 'gone'> {
    const inbound = this.#deps.conversations.promptId(named, id);
    const { conversation, seat } = readSeat(named);
    return this.#enter({ conversation, inbound, ...what, ...(what.kind !== 'gone' && { seat }) });
  }

  #enter(entry: Entry): Promise<Receipt | 'gone'> {
    const { conversation, inbound } = entry;
    const known = this.#inHand.get(inbound);
    // The same message twice at once: the second door waits for the first one's commit.
    if (known !== undefined)
      return atMost(
        known.then((receipt) => (receipt === 'gone' ? receipt : 'duplicate')),
        this.#doorWaitsMs,
      );
    if (this.#inHand.size >= MAX_IN_HAND)
      return Promise.reject(unavailable('busy', 'Too many messages are in hand.'));
    const served = this.#lanes.run(conversation, orderOf(entry), () => this.#serve(entry));
    this.#inHand.set(inbound, served);
    const forget = (): void => void this.#inHand.delete(inbound);
    served.then(forget, forget);
    return atMost(served, this.#doorWaitsMs);
  }

  /** Resolves when no message is in hand. */
  async idle(): Promise<void> {
    while (this.#inHand.size > 0) await Promise.allSettled(this.#inHand.values());
  }

  async #serve(entry: Entry): Promise<Receipt | 'gone'> {
    const { conversation: id, inbound } = entry;
    const { conversations, report } = this.#deps;
    let spare: string | null = null;
    const made: Made = { newcomer: null };
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const conversation = await this.#load(entry, attempt > 0 || entry.kind !== 'message');
      const gone = isGone(entry, conversation);
      // Words that left stay said, whoever has the talk since.
      if (gone && entry.kind !== 'speak') return 'gone';
      if (await this.#isKnown(conversation, inbound)) {
        report('duplicate', { conversation: id, inbound });
        this.#dropUnused(spare, conversation.person);
        return 'duplicate';
      }
      if (gone) return 'gone';
      const commit = await this.#turn(conversation, entry, spare, made);
      if (commit === 'gone') return 'gone';
      const outcome = await conversations
        .commit(commit)
        .catch((cause: unknown) => this.#trouble.commit(commit, entry, cause));
      if (outcome.kind === 'committed') {
        this.#deps.followers.committed(id, outcome.committed);
        report('turn', { conversation: id, inbound });
        const passed = passedOf(entry, commit);
        if (passed !== undefined) this.#deps.passed?.(passed);
        this.#dropUnused(spare, commit.person);
        return 'committed';
      }
      this.#dropUnused(made.newcomer, null);
      made.newcomer = null;
      if (conversation.person === null) spare = commit.person;
      // A duplicate is looked at once more, fresh: it tells whose person the conversation has.
      if (outcome.kind === 'conflict') report('conflict', { conversation: id, inbound });
    }
    throw unavailable('contended', 'Other writers were faster too often.');
  }

  /** A conversation that cannot be read is our bug: the message is kept before the door says so. */
  async #load(entry: Entry, fresh: boolean): Promise<Conversation> {
    try {
      return await this.#deps.conversations.load(entry.conversation, fresh);
    } catch (cause) {
      await this.#trouble.keep(entry, cause, false);
      throw cause;
    }
  }

  /** Somebody else greeted first: the person made for this message is nobody. Left over, it would do no harm. */
  #dropUnused(spare: string | null, person: string | null): void {
    if (spare === null || spare === person) return;
    this.#deps.conversations.dropPerson(spare).catch(() => undefined);
  }

  /** Only a ring read with majority, or `seen`, is ground for a 200 without a turn (rule 6). */
  async #isKnown(conversation: Conversation, inbound: InboundId): Promise<boolean> {
    if (conversation.ring.includes(inbound))
      return (await this.#deps.conversations.load(conversation.id, true)).ring.includes(inbound);
    return conversation.left?.mayHave(inbound) === true && (await this.#deps.conversations.seen(inbound));
  }

  async #turn(base: Conversation, entry: Entry, spare: string | null, made: Made): Promise<Commit | 'gone'> {
    const { inbound } = entry;
    const route = routeOf(entry, base.talk?.route);
    if (route === undefined || sentBeforeErasure(base, entry))
      return { base, inbound, person: null, talk: null, out: [], effects: [], erasedAt: null };
    const { conversations, clock, chance } = this.#deps;
    const phone = phoneOf(base, conversations, made);
    const person = base.person ?? spare ?? (await conversations.newPerson(base.id));
    const now = clock.now();
    const input = {
      conversation: seatId(base.id, phone.seat),
      person,
      talk: base.talk,
      content: contentOf(entry),
      route,
      inbound,
      now,
      nonce: chance.token(9),
    };
    const turn = await this.#trouble.attempt(input, phone, base, entry);
    if (turn === 'gone') return 'gone';
    return {
      base,
      inbound,
      person: turn.person,
      talk: turn.ends ? null : turn.talk,
      out: outOf(turn, entry, this.#deps),
      effects: turn.effects,
      erasedAt: turn.ends ? now : null,
      ...(turn.seating && { seating: turn.seating }),
      ...(turn.erase && { erases: true }),
    };
  }
}
