import { scriptOf } from '../../src/app/script.ts';
import { choiceToken } from '../../src/conversation/choice-token.ts';
import type { Talk } from '../../src/conversation/conversation.ts';
import type { EntryContent } from '../../src/conversation/entry.ts';
import type { WritingReader } from '../../src/conversation/ports.ts';
import { type Turn, runTurn } from '../../src/conversation/turn.ts';
import type { TurnDeps } from '../../src/conversation/turn-input.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import type { CallValue, Session } from '../../src/engine/types.ts';
import { intentReader, readWriting } from '../../src/language/index.ts';
import { buildSet } from '../engine/talk.ts';
import { readBack } from '../engine/universe.ts';
import { testKeyring } from '../universe/keyring.ts';
import { z } from 'zod';

const WELCOME = 'triggers: [{ event: first_contact }]\nbefore_consent: true\nsteps: [{ say: bienvenue }]';
const HERE = { channel: 'web', account: 'web', address: 'awa' };

/** Somebody who has agreed, their talk with real flows, and a clock of their own. Texts read as their keys. */
export class Person {
  now = Date.parse('2026-01-15T09:00:00Z');
  talk: Talk = { session: null, profile: { ...NEW_PROFILE, consents: { base: 1 } }, route: HERE };
  /** What `surveys.next` brings. */
  brings: CallValue = null;
  last: Turn | undefined;
  private turns = 0;
  private readonly deps: TurnDeps;

  constructor(flows: Record<string, string>, writing: WritingReader = readWriting) {
    this.deps = {
      script: scriptOf(buildSet({ accueil: WELCOME, ...flows })),
      intents: intentReader,
      writing,
      speaker: {
        languages: ['fr', 'bm'],
        fallback: 'fr',
        say: (_lang, { flow, key }) => `${flow}.${key}`,
      },
      fingerprint: testKeyring().fingerprint,
      effects: [],
      calls: [
        {
          name: 'surveys.next',
          kind: 'reads',
          params: z.record(z.string(), z.any()),
          run: async () => this.brings,
        },
      ],
    };
  }

  get session(): Session | null {
    return this.talk.session;
  }

  /** The words of the bubbles, a line for each text. */
  async turn(content: EntryContent): Promise<string[]> {
    this.turns += 1;
    const id = `t${this.turns}`;
    const turn = await runTurn(this.deps, {
      conversation: 'c1',
      person: 'p1',
      talk: this.talk,
      content,
      route: HERE,
      inbound: id,
      now: this.now,
      nonce: id,
    });
    this.last = turn;
    this.talk = { ...turn.talk, session: readBack(turn.talk.session) };
    return turn.bubbles.flatMap(({ text }) => text.split('\n\n'));
  }

  /** Lets time pass; each moment it was promised to be woken is a turn. */
  async pass(ms: number): Promise<string[]> {
    const end = this.now + ms;
    const said: string[] = [];
    for (let { promised } = this.talk; promised && promised.at <= end; { promised } = this.talk) {
      const { at, sid, step, n } = promised;
      this.now = Math.max(this.now, at);
      said.push(...(await this.turn({ kind: 'due', sid, step, n })));
    }
    this.now = end;
    return said;
  }

  says(text: string): Promise<string[]> {
    return this.turn({ kind: 'text', text });
  }

  /** Touches a button of the question that is open. */
  taps(choice: string): Promise<string[]> {
    const { sid = '', step = '' } = this.session?.frames.at(-1) ?? {};
    return this.turn({ kind: 'choice', token: this.token(sid, step, choice) });
  }

  token(sid: string, step: string, choice: string): string {
    return choiceToken(this.deps.fingerprint, { person: 'p1', sid, step }, choice);
  }

  prompted(flow: string, params: Record<string, string> = {}): Promise<string[]> {
    return this.turn({ kind: 'prompt', flow, params });
  }
}
