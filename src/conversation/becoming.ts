import { Fault } from '../domain/faults.ts';
import type { InboundContent } from '../domain/message.ts';
import type { EngineEvent, EngineInput, Session, TextKey } from '../engine/types.ts';
import { onToWanted } from './arriving.ts';
import { byCode } from './choice-code.ts';
import type { Answered, Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import { leftExpired } from './expiring.ts';
import { isHeard } from './held.ts';
import { returned } from './phone/returned.ts';
import { openFrame, type Routed, route } from './route.ts';
import { factsOf, type Ran, type Running, runEngine } from './run-engine.ts';
import { byStaff, isByStaff } from './staff-turn.ts';
import type { TurnDeps, TurnInput } from './turn-input.ts';
import { spoke, unasked } from './unasked.ts';
import { aboutUnread, isRetried, isStray, type Unread } from './unread.ts';

/** A talk as it stood. */
export type Before = Omit<Talk, 'route'>;
type Content<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>;

/** What became of the talk, and what of it its person has not been told. */
export type Became = Ran &
  Pick<Talk, 'answered' | 'over' | 'unsaid' | 'offered' | 'wanted'> & {
    say?: TextKey | undefined;
    /** Somebody's own, for the person, in the place of what the bot would say. */
    words?: string;
    /** Nothing of it may be said. */
    mute?: boolean;
  };

/** What becomes of the talk by what came: from its person, from staff, from the house, or from a moment it waited for. */
export function becoming(
  deps: TurnDeps,
  running: Running,
  before: Before,
  input: TurnInput,
): Promise<Became> {
  const { content } = input;
  if (content.kind === 'prompt') return prompted(running, before, content);
  if (content.kind === 'due') return wentOn(running, before, content);
  if (isByStaff(content)) return byStaff(running, before, content);
  const answer = (from: Before, sent: InboundContent): Promise<Became> =>
    answeredTo(deps, running, from, sent, input);
  return content.kind === 'returned' ? returned(running, before, content, answer) : answer(before, content);
}

/** Something the person sent. A talk that is over by now is left first: what they write is not an answer any more. */
async function answeredTo(
  deps: TurnDeps,
  turning: Running,
  before: Before,
  content: InboundContent,
  { person, now }: TurnInput,
): Promise<Became> {
  const running: Running = { ...turning, sent: content };
  const standing = leftExpired(running, before);
  const again = () => tried(running, standing, { kind: 'again' });
  const pressed = byCode(content, { fingerprint: deps.fingerprint, person, again });
  const routed = route(deps, pressed, { ...standing, person, now });
  const { input, say } = routed;
  if (say !== undefined) deps.because?.({ kind: 'excused', text: say });
  if (input === undefined) return { ...standing, say, ...(say && { over: undefined }) };
  const { ran: here, unread } = await runOrOffer(deps, running, { ...before, ...standing }, routed, content);
  const { wanted = before.wanted } = routed;
  const ran = await onToWanted(running, here, wanted);
  return {
    ...ran,
    events: [...standing.events, ...ran.events],
    walk: [...standing.walk, ...ran.walk],
    answered: answeredBy(unread.input ?? input, standing, ran.session, now),
    offered: unread.offered,
    wanted,
    say: unread.input === undefined ? (unread.say ?? say) : undefined,
  };
}

/** Words that nothing understands are looked at once more; those that are understood never are. */
async function runOrOffer(
  deps: TurnDeps,
  running: Running,
  standing: Before,
  routed: Routed,
  content: EntryContent,
): Promise<{ ran: Ran; unread: Unread }> {
  const { input = { kind: 'again' } } = routed;
  const stray = isStray(routed, deps.script) ? aboutUnread(deps, content, standing) : {};
  const ran = await runEngine(running, standing, stray.input ?? meant(running, standing, routed, input));
  if (input.kind !== 'reply' || !isRetried(standing.session, ran.session)) return { ran, unread: stray };
  const unread = aboutUnread(deps, content, standing);
  if (unread.input === undefined) return { ran, unread };
  return { ran: await runEngine(running, standing, unread.input), unread };
}

/** What a word stands for that may answer the open question, or command: the engine is asked whether it is an answer. */
function meant(running: Running, before: Before, { otherwise }: Routed, input: EngineInput): EngineInput {
  if (otherwise === undefined) return input;
  const events = tried(running, before, input);
  // Anything answers a question that takes any words: "back" is not meant for it.
  const answers = events.some(
    (event) => event.kind === 'answered' && (otherwise.kind !== 'back' || event.type !== 'text'),
  );
  return answers ? input : otherwise;
}

/** What the engine would say to this; nothing comes of it. */
const tried = (running: Running, { session, profile }: Before, input: EngineInput): readonly EngineEvent[] =>
  session === null ? [] : running.script.advance(session, profile, input, factsOf(running, profile)).events;

/** A reply that moved the talk on has answered the question that was open. */
function answeredBy(
  input: EngineInput,
  before: Before,
  after: Session | null,
  at: number,
): Answered | undefined {
  const open = before.session?.frames.at(-1);
  if (input.kind !== 'reply' || open === undefined) return before.answered;
  const now = after?.frames.at(-1);
  return now?.sid === open.sid && now.step === open.step
    ? before.answered
    : { sid: open.sid, step: open.step, at };
}

/**
 * Runs a flow the house begins beside the open talk, which it cannot harm: it is asked again where anything was said (F4).
 */
async function prompted(
  running: Running,
  before: Before,
  { flow, params }: Content<'prompt'>,
): Promise<Became> {
  if (running.script.forPrompt(flow) === undefined)
    throw new Fault('bug', 'unknown_prompt', `No flow ${flow} has the trigger { event: prompt }.`);
  const { session } = before;
  const beside = { session: null, profile: before.profile };
  const began = await runEngine(running, beside, { kind: 'start', flow, params });
  const { profile, events, walk } = began;
  // Whoever waits for a person's answer is asked nothing.
  if (!spoke(events) || openFrame(session) === undefined || isHeard(session))
    return { ...before, profile, events, walk };
  const asked = await runEngine(running, { session, profile }, { kind: 'again', by: 'house' });
  const { answered, over } = before;
  return { ...asked, answered, over, events: [...events, ...asked.events], walk: [...walk, ...asked.walk] };
}

/** A moment the talk waited for. */
async function wentOn(running: Running, before: Before, content: Content<'due'>): Promise<Became> {
  return unasked(before, await runEngine(running, before, content));
}
