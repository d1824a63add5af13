import { z } from 'zod';
import { answeringAs } from '../../src/cli/flows-test/given-calls.ts';
import type { GivenCalls } from '../../src/conversation/rehearsal/transcript/transcript.ts';
import { type Commit, neverSeen } from '../../src/conversation/conversation.ts';
import type { Channel, EffectKind, Receive } from '../../src/conversation/ports.ts';
import { Reception } from '../../src/conversation/receive.ts';
import type { RehearsalDeps } from '../../src/conversation/rehearsal/rehearse.ts';
import type { Script } from '../../src/conversation/script.ts';
import type { Inbound } from '../../src/domain/message.ts';
import type { Profile } from '../../src/domain/person.ts';
import type { EngineEvent } from '../../src/engine/types.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { testKeyring } from '../universe/keyring.ts';
import { MemoryConversations } from '../universe/memory-conversations.ts';
import { realChance, type TestClock } from '../universe/time.ts';

/** A word nobody's flow has: it begins the flow named behind it, as an author's test does. */
const BEGIN = 'tɛsiti ';
/** Long enough for any talk of a test. */
const LEASE_MS = 600_000;

/** Somebody who talks with the house, by the address their channel knows them by. */
export interface Guest {
  /** The conversation, once they have written. */
  id(): string | undefined;
  /** How many of their messages have been served. */
  served(): number;
  /** Whether they are known to be out of reach. */
  isAway(): boolean;
  /** What their talk has led to, in order, in all its turns. */
  events(): readonly EngineEvent[];
}

/** Flows in a house of its own, with the real way of a turn and the real outbox; nothing is stored. */
export class AuthorsHouse {
  readonly #conversations = new MemoryConversations();
  readonly #profiles = new Map<string, Profile>();
  readonly #given = new Map<string, () => GivenCalls | undefined>();
  readonly #ids = new Map<string, string>();
  readonly #seen = new Map<string, { turns: number; events: EngineEvent[] }>();
  readonly #reception: Reception;
  readonly #clock: TestClock;
  #outbox: Outbox | undefined;

  /** @param deps as a rehearsal has them: calls answer as for somebody new */
  constructor(clock: TestClock, deps: RehearsalDeps) {
    this.#clock = clock;
    const conversations = this.#conversations;
    conversations.commit = this.#noting(conversations.commit);
    this.#reception = new Reception({
      ...deps,
      ...{ clock, conversations, chance: realChance },
      script: beginning(deps.script),
      fingerprint: testKeyring().fingerprint,
      effects: [EVERYTHING],
      calls: deps.calls.map((call) => ({
        ...call,
        run: (params, context) => {
          const [answered = call] = answeringAs([call], this.#given.get(context.conversation) ?? nothing);
          return answered.run(params, context);
        },
      })),
      followers: { committed: (id, { out }) => this.#outbox?.take(id, out) },
      report: (what, _ids, cause) => {
        if (what === 'failed') throw new Error('A turn failed.', { cause });
      },
    });
  }

  /** What channels bring their messages to. */
  readonly receive: Receive = (message) => {
    const id = this.#conversations.id(message);
    if (!this.#ids.has(message.address)) this.#welcome(id, message);
    return this.#reception.receive(message);
  };

  /** From now on it is answered on this channel. */
  opens(channel: Channel): void {
    this.#outbox = new Outbox({
      channels: [channel],
      conversations: this.#conversations,
      clock: this.#clock,
      leaseMs: LEASE_MS,
      report: () => undefined,
    });
  }

  /** Somebody with this profile, whose calls are answered so. @returns what they write first, and what they lead to */
  expects(address: string, profile: Profile, given: () => GivenCalls | undefined): Guest {
    this.#profiles.set(address, profile);
    this.#given.set(address, given);
    const id = (): string | undefined => this.#ids.get(address);
    const seen = () => this.#seen.get(id() ?? '');
    const isAway = (): boolean => this.#conversations.docs.get(id() ?? '')?.talk?.away === true;
    return { id, isAway, served: () => seen()?.turns ?? 0, events: () => seen()?.events ?? [] };
  }

  /** Time passes for this talk, and what it waits for happens. */
  async passes(guest: Guest, ms: number): Promise<void> {
    const end = this.#clock.now() + ms;
    const id = guest.id() ?? '';
    const promised = () => this.#conversations.docs.get(id)?.talk?.promised;
    for (let due = promised(); due !== undefined && due.at <= end; due = promised()) {
      this.#clock.advance(Math.max(0, due.at - this.#clock.now()));
      await this.#reception.wake(id, due);
    }
    this.#clock.advance(end - this.#clock.now());
  }

  /** A colleague who has this talk gives it back at a step. */
  async givesBack(guest: Guest, step: string): Promise<void> {
    const id = `given back ${guest.events().length}`;
    await this.#reception.giveBack({ conversation: guest.id() ?? '', id, step });
  }

  /** Resolves when nothing is on its way to anybody. */
  async idle(): Promise<void> {
    await this.#reception.idle();
    await this.#outbox?.idle();
  }

  /** The first message: the talk begins with the profile its author gives it. */
  #welcome(id: string, { channel, account, address }: Inbound): void {
    const profile = this.#profiles.get(address);
    if (profile === undefined) throw new Error('Nobody expects this person.');
    this.#ids.set(address, id);
    const given = this.#given.get(address);
    if (given !== undefined) this.#given.set(id, given);
    this.#seen.set(id, { turns: 0, events: [] });
    const talk = { session: null, profile, route: { channel, account, address } };
    this.#conversations.docs.set(id, { ...neverSeen(id), talk });
  }

  #noting(commit: MemoryConversations['commit']): MemoryConversations['commit'] {
    return async (written: Commit) => {
      const outcome = await commit(written);
      const seen = this.#seen.get(written.base.id);
      if (outcome.kind !== 'committed' || seen === undefined) return outcome;
      seen.turns += 1;
      const told = written.effects.filter(({ kind }) => kind === EVERYTHING.name);
      seen.events.push(...told.map(({ params }) => params as EngineEvent));
      return outcome;
    };
  }
}

/** What somebody writes to begin a flow. */
export const beginningOf = (flow: string): string => `${BEGIN}${flow}`;

const nothing = (): undefined => undefined;

/** Orders an effect for each thing that happens, so that it stands in the commit. */
const EVERYTHING: EffectKind = {
  name: 'everything',
  params: z.unknown(),
  from: (event) => [event],
  apply: () => Promise.resolve(),
};

function beginning(script: Script): Script {
  return {
    ...script,
    forKeyword: (text, lang) =>
      text.startsWith(BEGIN)
        ? { id: text.slice(BEGIN.length), beforeConsent: true, interrupts: false }
        : script.forKeyword(text, lang),
  };
}
