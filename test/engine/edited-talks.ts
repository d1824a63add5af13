import { stepsOf } from '../../src/engine/answers.ts';
import { expect } from '@jest/globals';
import { advance } from '../../src/engine/advance.ts';
import { compileFlows } from '../../src/engine/compile-flows.ts';
import type { CompiledFlow, FlowSet } from '../../src/engine/flow-set.ts';
import { MAX_FRAMES } from '../../src/engine/limits.ts';
import type {
  Advanced,
  CallValue,
  EngineEvent,
  EngineInput,
  Frame,
  Session,
  Texts,
} from '../../src/engine/types.ts';
import { compileVersion, spokenAs } from '../../src/engine/versions/compile-version.ts';
import { flowOf, stepIn } from '../../src/engine/versions/flow-of.ts';
import { withVersions } from '../../src/engine/versions/with-versions.ts';
import { NEW_PROFILE, type Profile } from '../../src/domain/person.ts';
import { type Draft, edited, type Edit, fileOf, firstDraft } from './flow-edits.ts';
import { KNOWN } from './talk.ts';
import { EXACTLY, frozen, readBack } from './universe.ts';

export const FLOWS = ['f0', 'f1'];
const HOUR_MS = 3_600_000;

/** A campaign whose author edits two flows and publishes while people talk. */
export class Campaign {
  readonly drafts = new Map<string, Draft>(FLOWS.map((id, nth) => [id, firstDraft(nth)]));
  /** Every version that was published, by flow and hash: what the database keeps. */
  readonly published = new Map<string, { source: string; wording: number }>();
  readonly #shelf = new Map<string, CompiledFlow | undefined>();
  set!: FlowSet;
  /** Versions published, and drafts that had findings. */
  editions = 0;
  refused = 0;

  constructor() {
    this.publish();
  }

  /** @param stood where somebody stands, to edit that step instead */
  edit(nth: number, edit: Edit, stood?: Pick<Frame, 'flow' | 'step'>): void {
    const id = stood?.flow ?? FLOWS[nth % FLOWS.length] ?? 'f0';
    const draft = this.drafts.get(id);
    if (!draft) return;
    const at = draft.steps.findIndex(({ key }) => key === stood?.step);
    this.drafts.set(id, edited(draft, at < 0 ? edit : { ...edit, at }));
  }

  publish(): void {
    const sources = new Map(Array.from(this.drafts, ([id, draft]) => [id, this.#sourceOf(id, draft)]));
    const files = Array.from(sources, ([id, source]) => ({ file: `${id}.yaml`, source }));
    const { flows, findings } = compileFlows(files, this.#texts(), EXACTLY, KNOWN);
    if (findings.length > 0) {
      this.refused += 1;
      return;
    }
    this.editions += 1;
    for (const { id, hash } of flows.flows.values())
      this.published.set(`${id} ${hash}`, {
        source: sources.get(id) ?? '',
        wording: this.drafts.get(id)?.wording ?? 0,
      });
    this.set = withVersions(flows, (flow, hash) => this.#version(flow, hash));
  }

  /** An engine of another age does not understand this version. */
  lose(run: Pick<Frame, 'flow' | 'hash'> | undefined): void {
    if (run !== undefined && this.set.flows.get(run.flow)?.hash !== run.hash)
      this.#shelf.set(`${run.flow} ${run.hash}`, undefined);
  }

  #version(flow: string, hash: string): CompiledFlow | undefined {
    const name = `${flow} ${hash}`;
    const kept = this.published.get(name);
    if (kept === undefined) return undefined;
    if (!this.#shelf.has(name)) {
      const version = { flow, hash, source: kept.source };
      const around = {
        texts: this.#texts(spokenAs(version), kept.wording),
        understanding: EXACTLY,
        known: KNOWN,
        flows: FLOWS,
      };
      this.#shelf.set(name, compileVersion(version, around));
    }
    return this.#shelf.get(name);
  }

  #sourceOf(id: string, draft: Draft): string {
    return `id: ${id}\n${fileOf(draft, id === 'f0' ? 'f1' : undefined)}`;
  }

  /** Labels that begin with their key, and change with the wording. */
  #texts(older?: string, wording?: number): Texts {
    const now = (flow: string): number => this.drafts.get(flow)?.wording ?? 0;
    return {
      languages: ['fr', 'bm'],
      text: (_lang, { flow, key }) =>
        key.endsWith('.retry')
          ? undefined
          : `${key.split('.').at(-1) ?? ''} ${flow === older ? (wording ?? 0) : now(flow)}`,
    };
  }
}

/** A question on a screen, and the version that asked it. */
type Ask = NonNullable<Extract<EngineEvent, { kind: 'said' }>['ask']> & { flow: string; hash: string };

/** One person in it, who sees what was said and nothing else. */
export class Talker {
  session: Session | null = null;
  profile: Profile = NEW_PROFILE;
  /** The question on the screen, and every one before it: old buttons stay. */
  asked: Ask[] = [];
  last: Advanced | undefined;
  turns = 0;
  now = HOUR_MS;
  readonly #campaign: Campaign;

  constructor(campaign: Campaign) {
    this.#campaign = campaign;
  }

  begin(): void {
    this.turn({ kind: 'start', flow: 'f0' });
  }

  /** What a person does: answers, presses a button of now or of long ago, writes anything, or lets time pass. */
  act(n: number): void {
    const ask = this.asked.at(-1);
    const due = this.last?.due;
    if (this.session === null) this.begin();
    else if (due !== undefined && (ask === undefined || n % 5 === 0)) this.#waits(due);
    else if (n % 7 === 0) this.says('???');
    else if (n % 11 === 0) this.turn({ kind: 'reply', reply: { kind: 'media', media: 'voice' } });
    else if (n % 13 === 0) this.turn({ kind: 'again' });
    else if (n % 17 === 0) this.turn({ kind: 'back' });
    else if (n % 3 === 0) this.#taps(this.asked[n % Math.max(1, this.asked.length)], n);
    else this.answers(n);
  }

  /** Answers the question on the screen as it was asked. */
  answers(n: number): void {
    const ask = this.asked.at(-1);
    if (this.last?.due !== undefined && (ask === undefined || this.#waitsForTime()))
      this.#waits(this.last.due);
    else if (ask === undefined) this.says('x');
    else if (ask.type === 'yes_no') this.says('oui');
    else if (ask.choices.length === 0) this.says(ask.type === 'number' ? '3' : 'mots');
    else if (ask.type === 'multi' || n % 2 === 0) this.says(String((n % ask.choices.length) + 1));
    else this.#taps(ask, n);
  }

  says(text: string): void {
    this.turn({ kind: 'reply', reply: { kind: 'text', text } });
  }

  #waitsForTime(): boolean {
    const top = this.session?.frames.at(-1);
    return top?.until !== undefined;
  }

  #waits(due: NonNullable<Advanced['due']>): void {
    this.now = Math.max(this.now, due.at);
    this.turn({ kind: 'due', sid: due.sid, step: due.step, n: due.n });
  }

  /** A button's token is bound to its run and question (T12); any other is told to be old, and changes nothing. */
  #taps(ask: Ask | undefined, n: number): void {
    const top = this.session?.frames.at(-1);
    const choice = ask?.choices[n % Math.max(1, ask.choices.length)]?.choice;
    if (choice === undefined || ask === undefined) return;
    if (ask.sid !== top?.sid || ask.step !== top.step) this.turn({ kind: 'again' });
    else this.turn({ kind: 'reply', reply: { kind: 'choice', choice } }, ask);
  }

  turn(input: EngineInput, tapped?: Ask): void {
    this.turns += 1;
    this.now += 1;
    const on = tapped ?? this.asked.at(-1);
    const facts = frozen({ now: this.now, lang: 'fr', nonce: `n${this.turns}` });
    let [next, first] = [input, true];
    for (let calls = 0; calls < 50; calls += 1) {
      const before = frozen(readBack(this.session));
      const advanced = advance(this.#campaign.set, before, frozen(this.profile), frozen(next), facts);
      this.session = readBack(advanced.session);
      this.profile = advanced.profile;
      this.#look(advanced, first ? on : undefined);
      if (advanced.waits.kind !== 'call') break;
      first = false;
      next = { kind: 'result', result: { ok: true, value: 1 satisfies CallValue } };
    }
  }

  #look(advanced: Advanced, on: Ask | undefined): void {
    const { set } = this.#campaign;
    expect(advanced.session === null).toBe(advanced.waits.kind === 'nothing');
    for (const event of advanced.events) {
      if (event.kind === 'answered') this.#isAnswerTo(event, on);
      if (event.kind === 'said' && event.ask !== undefined) this.#sees(event.ask);
    }
    for (const frame of this.session?.frames ?? [])
      if (flowOf(set, frame) !== undefined)
        expect([frame.step, stepIn(flowOf(set, frame), frame.step)?.key]).toEqual([frame.step, frame.step]);
    if (this.session !== null) this.#isSmall(this.session);
    this.last = advanced;
  }

  /** rapidpro#827: whatever was counted is what the person saw and meant, under the version that asked it. */
  #isAnswerTo(event: Extract<EngineEvent, { kind: 'answered' }>, on: Ask | undefined): void {
    const question = stepIn(flowOf(this.#campaign.set, event), event.step)?.node.question;
    expect({ step: event.step, type: question?.type }).toEqual({ step: event.step, type: event.type });
    const step = on?.step === event.step || this.#isRenamed(on, event) ? event.step : on?.step;
    expect({ step, type: on?.type }).toEqual({ step: event.step, type: event.type });
    // Of several choices those that are picked are offered to be taken back, and the way on.
    const shown = on?.choices
      .map(({ choice }) => choice.replace(/^-/, ''))
      .filter((choice) => choice !== 'done');
    expect(shown).toEqual(question?.choices);
  }

  /** The author says of a step of this version that it is the same under a name no step had. */
  #isRenamed(on: Ask | undefined, { flow, hash, step }: Pick<Frame, 'flow' | 'hash' | 'step'>): boolean {
    const { set } = this.#campaign;
    const own = on && flowOf(set, on);
    return flowOf(set, { flow, hash })?.migrate.get(on?.step ?? '') === step && own?.at.has(step) === false;
  }

  #sees(ask: NonNullable<Extract<EngineEvent, { kind: 'said' }>['ask']>): void {
    const frame = this.session?.frames.find(({ sid }) => sid === ask.sid);
    if (frame) this.asked.push({ ...ask, flow: frame.flow, hash: frame.hash });
  }

  #isSmall(session: Session): void {
    expect(session.frames.length).toBeLessThanOrEqual(MAX_FRAMES + FLOWS.length);
    const answers = session.frames.reduce((sum, frame) => sum + stepsOf(frame.answers).length, 0);
    expect(Buffer.byteLength(JSON.stringify(session))).toBeLessThanOrEqual(1_024 + 60 * answers);
  }
}
