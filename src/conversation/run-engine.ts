import { Fault, type FaultKind } from '../domain/faults.ts';
import type { InboundContent } from '../domain/message.ts';
import type { Profile } from '../domain/person.ts';
import type {
  Advanced,
  Call,
  CallResult,
  Due,
  EngineEvent,
  EngineInput,
  Facts,
  Walked,
} from '../engine/types.ts';
import type { TellWhy } from './because.ts';
import { langOf } from './conversation.ts';
import type { PhoneSeen } from './phone/on-phone.ts';
import type { CallKind, EffectContext, Speaker } from './ports.ts';
import type { Script } from './script.ts';

/** Calls one turn may make: more is a loop in a flow. */
const MAX_CALLS = 16;

/** Where a talk stands when the engine has done what it could. */
export type Ran = Pick<Advanced, 'session' | 'profile'> & {
  due?: Due | undefined;
  events: EngineEvent[];
  walk: Walked[];
};

export interface Running {
  script: Script;
  speaker: Speaker;
  calls: readonly CallKind[];
  now: number;
  nonce: string;
  person: string;
  /** Identity of what entered, for claims. */
  inbound: string;
  /** Who shares the phone, for calls. */
  phone?: PhoneSeen | undefined;
  /** What the person sent, for calls. */
  sent?: InboundContent | undefined;
  /** Where the talk is tried: who hears why. */
  because?: TellWhy | undefined;
  /** Whose talk this is, for calls. */
  context: (profile: Profile) => EffectContext;
}

/** Runs the engine to where it waits for the person, answering its calls on the way. */
export async function runEngine(
  running: Running,
  from: Pick<Advanced, 'session' | 'profile'>,
  first: EngineInput,
): Promise<Ran> {
  const events: EngineEvent[] = [];
  const walk: Walked[] = [];
  let { session, profile } = from;
  let next = first;
  for (let call = 0; ; call += 1) {
    const advanced = running.script.advance(session, profile, next, factsOf(running, profile, call));
    const { due, waits } = advanced;
    ({ session, profile } = advanced);
    events.push(...advanced.events);
    walk.push(...advanced.walk);
    for (const reason of advanced.reasons ?? []) running.because?.(reason);
    if (waits.kind !== 'call' || call > MAX_CALLS) return { session, profile, due, events, walk };
    const result = await resultOf(running, waits.call, profile, call);
    running.because?.({ kind: 'called', ...waits.call, result });
    next = { kind: 'result', result };
  }
}

/** What the engine may know in this turn; `call`: how many it has been answered. */
export const factsOf = (
  { now, nonce, speaker, person, because }: Running,
  profile: Profile,
  call = 0,
): Facts => ({
  now,
  person,
  lang: langOf(profile, speaker.fallback),
  nonce: `${nonce}${call === 0 ? '' : call}`,
  ...(because && { explains: true }),
});

async function resultOf(
  { calls, context, inbound, phone, sent }: Running,
  call: Call,
  profile: Profile,
  nth: number,
): Promise<CallResult> {
  if (nth >= MAX_CALLS) return { ok: false, code: 'too_many_calls' };
  return answer(calls, call, {
    ...context(profile),
    ...(phone && { phone }),
    ...(sent && { sent }),
    claim: { inbound, call: nth },
  });
}

/** A call that fails is a value the flow goes on with; only an outage ends the turn, so that the message comes again. */
async function answer(
  calls: readonly CallKind[],
  { name, params }: Call,
  context: Parameters<CallKind['run']>[1],
): Promise<CallResult> {
  const kind = calls.find((each) => each.name === name);
  if (kind === undefined) return { ok: false, code: 'unknown_call' };
  const parsed = kind.params.safeParse(params);
  if (!parsed.success) return { ok: false, code: 'bad_params' };
  try {
    return { ok: true, value: await kind.run(parsed.data, context) };
  } catch (cause) {
    if (isFault(cause, 'unavailable')) throw cause;
    return { ok: false, code: isFault(cause, 'refusal') ? cause.code : 'failed' };
  }
}

const isFault = (cause: unknown, kind: FaultKind): cause is Fault =>
  cause instanceof Fault && cause.kind === kind;
