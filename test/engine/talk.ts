import { advance } from '../../src/engine/advance.ts';
import { compileFlows, type Known } from '../../src/engine/compile-flows.ts';
import type { FlowSet } from '../../src/engine/flow-set.ts';
import type { Advanced, Due, EngineInput, Session, Texts } from '../../src/engine/types.ts';
import { NEW_PROFILE, type Profile } from '../../src/domain/person.ts';
import { EVERY_TEXT, EXACTLY, frozen, readBack } from './universe.ts';

export const KNOWN: Known = {
  calls: ['surveys.next', 'places.claim'],
  effects: ['people.erase'],
  shapes: { 'places.claim': { takes: [], claims: true } },
};

/** Flows compiled for a test, which must be free of findings. */
export function buildSet(flows: Record<string, string>, texts: Texts = EVERY_TEXT): FlowSet {
  const files = Object.entries(flows).map(([id, source]) => ({
    file: `flows/${id}.yaml`,
    source: `id: ${id}\n${source}`,
  }));
  const { flows: set, findings } = compileFlows(files, texts, EXACTLY, KNOWN);
  if (findings.length > 0)
    throw new Error(`The test's own flows are broken: ${JSON.stringify(findings, null, 1)}`);
  return set;
}

/** One person's talk: the session is written and read back between turns, and nothing handed in may be written to. */
export class Talk {
  session: Session | null = null;
  profile: Profile = NEW_PROFILE;
  turns = 0;
  /** Milliseconds since 1970; a turn takes one. */
  clock = 1_000;
  due: Due | undefined;
  person = 'awa';
  set: FlowSet;

  constructor(set: FlowSet) {
    this.set = set;
  }

  turn(input: EngineInput): Advanced {
    this.turns += 1;
    this.clock += 1;
    const facts = frozen({ now: this.clock, lang: 'fr', nonce: `n${this.turns}`, person: this.person });
    const before = frozen(readBack(this.session));
    const advanced = advance(this.set, before, frozen(this.profile), frozen(input), facts);
    this.session = readBack(advanced.session);
    this.profile = advanced.profile;
    this.due = advanced.due;
    return advanced;
  }

  /** Lets time pass; each moment at which the talk wanted to be woken is a turn. */
  pass(ms: number): Advanced[] {
    const end = this.clock + ms;
    const turns: Advanced[] = [];
    for (let { due } = this; due !== undefined && due.at <= end; { due } = this) {
      if (turns.length === 100) throw new Error('The talk wakes itself again and again.');
      this.clock = Math.max(this.clock, due.at - 1);
      turns.push(this.turn({ kind: 'due', sid: due.sid, step: due.step, n: due.n }));
    }
    this.clock = Math.max(this.clock, end);
    return turns;
  }

  says(text: string): Advanced {
    return this.turn({ kind: 'reply', reply: { kind: 'text', text } });
  }

  taps(choice: string): Advanced {
    return this.turn({ kind: 'reply', reply: { kind: 'choice', choice } });
  }
}
