import { Fault, refusal } from '../domain/faults.ts';
import { NEW_PROFILE } from '../domain/person.ts';
import {
  type Commit,
  type CommitOutcome,
  type Conversation,
  type InboundId,
  langOf,
  type Route,
} from './conversation.ts';
import { type Entry, routeOf } from './entry.ts';
import { outOf } from './out-of.ts';
import { isOfSomebody } from './phone/phone-of.ts';
import type { Phone } from './phone/phone.ts';
import type { PhoneTurn } from './phone/phone-turn.ts';
import { turnOnPhone } from './phone/turn-on-phone.ts';
import type { ReceptionDeps } from './reception-deps.ts';
import type { Turn } from './turn.ts';
import type { TurnInput } from './turn-input.ts';

/** Buried messages remembered at a time. */
const MOST_BURIED = 1000;

/** What becomes of an entry no turn can be made of: it is kept for a person to look at, and its sender is told (T29). */
export class Trouble {
  readonly #deps: ReceptionDeps;
  /** Messages buried by a try of this process: a later one may still make a turn of them. */
  readonly #buried = new Set<InboundId>();

  constructor(deps: ReceptionDeps) {
    this.#deps = deps;
  }

  /** Makes the turn. One that throws is our bug: what entered is kept, and its sender is told the truth. */
  async attempt(
    input: TurnInput,
    phone: Phone,
    base: Conversation,
    entry: Entry,
  ): Promise<PhoneTurn | 'gone'> {
    try {
      if (isOfSomebody(entry, base))
        throw refusal('whose', 'Others use this phone: nobody knows who wrote it.');
      const turn = await turnOnPhone({ deps: this.#deps, input, phone }, entry.seat);
      if (entry.letter === undefined && this.#buried.delete(entry.inbound))
        await this.#deps.conversations.exhume(entry.inbound);
      return turn;
    } catch (cause) {
      if (isUnavailable(cause)) throw cause;
      const turn = await this.#told(input.route, base, entry, cause);
      return { ...turn, person: input.person, ends: false };
    }
  }

  /** What a turn made cannot be written (it is too large): it is left out, and the rest is as if the turn had thrown. */
  async commit(commit: Commit, entry: Entry, cause: unknown): Promise<CommitOutcome> {
    const route = routeOf(entry, commit.base.talk?.route);
    if (isUnavailable(cause) || route === undefined) throw cause;
    const turn = await this.#told(route, commit.base, entry, cause);
    const out = outOf(turn, entry, this.#deps);
    const { base, inbound } = commit;
    const person = base.person ?? commit.person;
    return this.#deps.conversations.commit({
      ...{ base, inbound, person, talk: turn.talk, out, effects: [], erasedAt: null },
    });
  }

  /** Sealed, for a person to look at; an outage is no trouble of the entry's. */
  async keep(entry: Entry, cause: unknown, answered: boolean): Promise<void> {
    if (isUnavailable(cause)) return;
    const { conversation, inbound, letter } = entry;
    const code = cause instanceof Fault ? cause.code : 'turn_failed';
    await this.#deps.conversations.bury(
      letter === undefined ? entry : { ...entry, inbound: letter },
      code,
      answered,
    );
    if (letter === undefined) remember(this.#buried, inbound);
    this.#deps.report('failed', { conversation, inbound, code }, cause);
  }

  /** Who wrote is told; who did not is left in peace. */
  async #told(route: Route, base: Conversation, entry: Entry, cause: unknown): Promise<Turn> {
    await this.keep(entry, cause, true);
    if (entry.letter !== undefined) throw refusal('still_fails', 'No turn can be made of it yet.');
    const profile = base.talk?.profile ?? NEW_PROFILE;
    const { speaker } = this.#deps;
    const text = speaker.say(langOf(profile, speaker.fallback), { flow: 'bot', key: 'trouble' });
    const talk = { ...base.talk, session: base.talk?.session ?? null, profile, route };
    return {
      talk,
      say: undefined,
      bubbles: entry.kind === 'message' ? [{ text }] : [],
      effects: [],
      erase: false,
      events: [],
      walk: [],
    };
  }
}

/** Bounded: whoever falls out is found in the dead letters, where a person looks at it. */
function remember(buried: Set<InboundId>, inbound: InboundId): void {
  buried.add(inbound);
  const [oldest] = buried;
  if (buried.size > MOST_BURIED && oldest !== undefined) buried.delete(oldest);
}

const isUnavailable = (cause: unknown): boolean => cause instanceof Fault && cause.kind === 'unavailable';
