import { dayOf } from '../domain/clock.ts';
import { Fault, type FaultKind } from '../domain/faults.ts';
import type { Lang } from '../domain/language.ts';
import { NEW_PROFILE, type Profile } from '../domain/person.ts';
import type {
  Advanced,
  Call,
  CallResult,
  EngineEvent,
  EngineInput,
  Session,
  Walked,
} from '../engine/types.ts';
import { type Bubble, compose } from './compose.ts';
import { type Answered, langOf, type Route, type Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import type { CallKind, EffectContext, EffectKind, Fingerprint, IntentReader, Speaker } from './ports.ts';
import { type Routed, route } from './route.ts';
import type { Script } from './script.ts';

/** Calls one turn may make: more is a loop in a flow. */
const MAX_CALLS = 16;

/** The effect the conversation does itself: everything about this person is destroyed. */
export const ERASE = 'conversation.erase';

export interface TurnDeps {
  script: Script;
  intents: IntentReader;
  speaker: Speaker;
  fingerprint: Fingerprint;
  effects: readonly EffectKind[];
  calls: readonly CallKind[];
}

export interface TurnInput {
  conversation: string;
  person: string;
  talk: Talk | null;
  content: EntryContent;
  /** Where what is said goes. */
  route: Route;
  /** Identity of the message, for claims. */
  inbound: string;
  now: number;
  nonce: string;
}

export interface Turn {
  talk: Talk;
  bubbles: Bubble[];
  effects: { kind: string; context: EffectContext; params: unknown }[];
  /** The person asked to be forgotten. */
  erase: boolean;
  events: EngineEvent[];
  /** The way through the steps of every run, in order. */
  walk: Walked[];
}

/**
 * What one message leads to: pure but for the calls it makes. Production, the simulator and the author's tests all run
 * this very function (F9).
 */
export async function runTurn(deps: TurnDeps, input: TurnInput): Promise<Turn> {
  const { content, person, now } = input;
  const before: Omit<Talk, 'route'> = input.talk ?? { session: null, profile: NEW_PROFILE };
  const { session, profile, answered } = before;
  const routed =
    content.kind === 'prompt' ? {} : route(deps, content, { person, session, profile, answered, now });
  const context = (profile: Profile): EffectContext => ({
    person,
    conversation: input.conversation,
    channel: input.route.channel,
    address: input.route.address,
    lang: langOf(profile, deps.speaker.fallback),
    day: dayOf(now),
  });
  const ran =
    content.kind === 'prompt'
      ? await prompted(deps, input, before, content, context)
      : routed.input === undefined
        ? { ...before, events: [], walk: [] }
        : await advance(deps, input, before, routed.input, context);
  const lang: Lang = langOf(ran.profile, deps.speaker.fallback);
  return {
    talk: {
      session: ran.session,
      profile: ran.profile,
      answered: answeredBy(routed, before, ran.session, now),
      route: input.route,
    },
    bubbles: compose(
      { speaker: deps.speaker, fingerprint: deps.fingerprint, person, lang },
      routed.say,
      ran.events,
    ),
    effects: ran.events.flatMap((event) =>
      deps.effects.flatMap((effect) =>
        effect.from(event).map((params) => ({ kind: effect.name, context: context(ran.profile), params })),
      ),
    ),
    erase: ran.events.some((event) => event.kind === 'asked_for' && event.effect === ERASE),
    events: ran.events,
    walk: ran.walk,
  };
}

/** A reply that moved the talk on has answered the question that was open. */
function answeredBy(
  { input }: Routed,
  before: Omit<Talk, 'route'>,
  after: Session | null,
  at: number,
): Answered | undefined {
  const open = before.session?.frames.at(-1);
  if (input?.kind !== 'reply' || open === undefined) return before.answered;
  const now = after?.frames.at(-1);
  return now?.sid === open.sid && now.step === open.step
    ? before.answered
    : { sid: open.sid, step: open.step, at };
}

type Ran = Pick<Advanced, 'session' | 'profile' | 'events'> & Pick<Turn, 'walk'>;

/**
 * Runs a flow the house begins beside the open talk, which it cannot harm: it is asked again where anything was said (F4).
 */
async function prompted(
  deps: TurnDeps,
  input: TurnInput,
  { session, profile: before }: Pick<Advanced, 'session' | 'profile'>,
  { flow, params }: Extract<EntryContent, { kind: 'prompt' }>,
  context: (profile: Profile) => EffectContext,
): Promise<Ran> {
  if (deps.script.forPrompt(flow) === undefined)
    throw new Fault('bug', 'unknown_prompt', `No flow ${flow} has the trigger { event: prompt }.`);
  const beside = { session: null, profile: before };
  const began = await advance(deps, input, beside, { kind: 'start', flow, params }, context);
  const { profile, events, walk } = began;
  if (session === null || !events.some(({ kind }) => kind === 'said')) return { ...began, session };
  const asked = await advance(deps, input, { session, profile }, { kind: 'again' }, context);
  return { ...asked, events: [...events, ...asked.events], walk: [...walk, ...asked.walk] };
}

/** Runs the engine to where it waits for the person, answering its calls on the way. */
async function advance(
  deps: TurnDeps,
  input: TurnInput,
  from: Pick<Advanced, 'session' | 'profile'>,
  first: EngineInput,
  context: (profile: Profile) => EffectContext,
): Promise<Ran> {
  const events: EngineEvent[] = [];
  const walk: Walked[] = [];
  let { session, profile } = from;
  let next = first;
  for (let call = 0; ; call += 1) {
    const facts = {
      now: input.now,
      lang: langOf(profile, deps.speaker.fallback),
      nonce: `${input.nonce}${call === 0 ? '' : call}`,
    };
    const advanced = deps.script.advance(session, profile, next, facts);
    ({ session, profile } = advanced);
    events.push(...advanced.events);
    walk.push(...advanced.walk);
    if (advanced.waits.kind !== 'call') return { session, profile, events, walk };
    const result: CallResult =
      call < MAX_CALLS
        ? await answer(deps.calls, advanced.waits.call, {
            ...context(profile),
            claim: { inbound: input.inbound, call },
          })
        : { ok: false, code: 'too_many_calls' };
    next = { kind: 'result', result };
    if (call > MAX_CALLS) return { session, profile, events, walk };
  }
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
