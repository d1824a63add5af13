import { dayOf } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import type { Profile } from '../../domain/person.ts';
import { NO_ANSWERS, recordOf } from '../answers.ts';
import type { Scope } from '../expression/expression.ts';
import type { Because, Reason } from '../reasons.ts';
import type { CompiledFlow, FlowSet } from '../flow-set.ts';
import { MAX_STEPS_A_TURN } from '../limits.ts';
import type { Turn } from '../nodes/turn.ts';
import type { AskType, CallValue, EngineEvent, Facts, Frame, Session, Value, Walked } from '../types.ts';
import { flowOf } from '../versions/flow-of.ts';
import { noted, sealed } from './history.ts';
import { framesOf } from './older-sessions.ts';
import { changedProfile } from './changed-profile.ts';
import { canBeHeld, fits } from './room.ts';

/**
 * The state of one turn while it runs. What came in is never written to: the frame that talks is copied before
 * its first change, the frames below are shared.
 */
export class WorkingTurn implements Turn {
  readonly set: FlowSet;
  readonly facts: Facts;
  readonly events: EngineEvent[] = [];
  readonly walk: Walked[] = [];
  readonly reasons: Reason[] | undefined;
  readonly because: Because | undefined;
  /** What the open question was answered. */
  answer: Value | undefined;
  profile: Profile;
  /** Frames that wait below the one that talks. */
  below: readonly Frame[];
  frame: Frame;
  /** The run whose question was answered in this turn. */
  answeredRun: string | undefined;
  stepsLeft = MAX_STEPS_A_TURN;
  /** What the flow in hand brings to the one that runs it. */
  results: Record<string, Value> = {};
  /** Nobody asked anew or answered: timers go on as they were. */
  timersStay = false;

  constructor(set: FlowSet, session: Session | null, profile: Profile, facts: Facts) {
    this.set = set;
    this.facts = facts;
    this.profile = profile;
    this.below = session === null ? [] : framesOf(session);
    this.frame = NO_FRAME;
    if (!facts.explains) return;
    const reasons: Reason[] = [];
    this.reasons = reasons;
    this.because = (reason) => void reasons.push(reason);
  }

  get lang(): Lang {
    return this.profile.lang ?? this.facts.lang;
  }

  get now(): number {
    return this.facts.now;
  }

  get today(): string {
    return dayOf(this.facts.now);
  }

  /** The flow that talks, in the version it runs; `undefined` while none does. */
  get flow(): CompiledFlow | undefined {
    return flowOf(this.set, this.frame);
  }

  get person(): string {
    return this.facts.person ?? this.frame.sid;
  }

  get scope(): Scope {
    const { answers, vars, held } = this.frame;
    let named: Scope['answers'] | undefined;
    return {
      get answers() {
        return (named ??= recordOf(answers));
      },
      vars: held === undefined ? vars : { ...vars, ...held },
      profile: this.profile,
      suspended: this.below.length > 0,
    };
  }

  emit(event: EngineEvent): void {
    // The checker refuses it; a flow that was changed since must not speak into another.
    if (event.kind === 'said' && this.frame.unseen) return;
    this.events.push(event);
    this.because?.({ kind: 'happened', event });
  }

  failed(code: string): void {
    this.emit({ kind: 'step_failed', flow: this.frame.flow, step: this.frame.step, code });
  }

  answered({ type, value, keep }: { type: AskType; value: Value; keep: boolean }): void {
    const { frame, flow } = this;
    const { step } = frame;
    const forgotten = noted(frame, step, keep ? value : null);
    if (frame.narrowed !== undefined) delete frame.narrowed;
    this.answeredRun = frame.sid;
    this.answer = value;
    const survey = flow?.survey;
    const of = { flow: frame.flow, hash: frame.hash, ...(survey === undefined ? {} : { survey }) };
    this.emit({ kind: 'answered', ...of, step, type, value });
    for (const each of forgotten) this.emit({ kind: 'withdrawn', ...of, step: each });
  }

  seal(): void {
    sealed(this.frame);
  }

  setVariable(name: string, value: CallValue): boolean {
    const vars = { ...this.frame.vars, [name]: value };
    const there = fits(this.below, { ...this.frame, vars });
    if (there) this.frame.vars = vars;
    else this.failed('variables_too_large');
    return there;
  }

  holdForNow(name: string, value: CallValue): boolean {
    const held = { ...this.frame.held, [name]: value };
    const there = canBeHeld(held);
    if (there) this.frame.held = held;
    else this.failed('variables_too_large');
    return there;
  }

  bringsBack(results: Record<string, Value>): void {
    this.results = results;
  }

  saved(result: { name: string; value: Value; category: string | null }): void {
    const { flow: id, hash } = this.frame;
    const survey = this.flow?.survey;
    this.emit({
      kind: 'result_saved',
      flow: id,
      hash,
      ...(survey === undefined ? {} : { survey }),
      ...result,
    });
  }

  setPerson(path: string, value: Value): void {
    const changed = changedProfile(this.profile, path, value, this.set.languages);
    if (!changed.ok) {
      this.failed(changed.code);
      return;
    }
    if (changed.profile === this.profile) return;
    this.profile = changed.profile;
    this.emit({ kind: 'profile_changed', path, value: changed.value });
  }
}

/** In hand while nothing runs. */
export const NO_FRAME: Frame = Object.freeze({
  sid: '',
  flow: '',
  hash: '',
  step: '',
  tries: 0,
  answers: NO_ANSWERS,
  vars: {},
});
