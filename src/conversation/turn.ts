import { dayOf } from '../domain/clock.ts';
import { Fault } from '../domain/faults.ts';
import type { Lang } from '../domain/language.ts';
import type { InboundContent } from '../domain/message.ts';
import { NEW_PROFILE, type Profile } from '../domain/person.ts';
import type { EngineEvent, EngineInput, Session, TextKey, Walked } from '../engine/types.ts';
import type { TellWhy } from './because.ts';
import { type Bubble, compose } from './compose.ts';
import { byCode } from './choice-code.ts';
import { type Answered, langOf, type Route, type Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import { leftExpired } from './expiring.ts';
import { isHeard } from './held.ts';
import type {
  CallKind,
  EffectContext,
  EffectKind,
  Fingerprint,
  IntentReader,
  Passage,
  Speaker,
  TextVoices,
  WritingReader,
} from './ports.ts';
import { DEEDS, type PhoneSeen } from './phone/on-phone.ts';
import { returned } from './phone/returned.ts';
import { awayAfter } from './reach.ts';
import { onToLink } from './arriving.ts';
import { isWritten, standingAfter } from './person-standing.ts';
import { requesting } from './requests.ts';
import { openFrame, type Routed, route } from './route.ts';
import { factsOf, type Ran, type Running, runEngine } from './run-engine.ts';
import { hasConsented, type Script } from './script.ts';
import { byStaff, deedOf, isByStaff } from './staff-turn.ts';
import { spoke, unasked } from './unasked.ts';
import { spokenIn } from './unheard.ts';
import { aboutUnread, isRetried, isStray, type Unread } from './unread.ts';
import { promising } from './wake.ts';

/** The effect the conversation does itself: everything about this person is destroyed. */
export const ERASE = 'conversation.erase';

export interface TurnDeps {
  script: Script;
  intents: IntentReader;
  /** Nothing is offered and no script named where it is not given. */
  writing?: WritingReader | undefined;
  speaker: Speaker;
  /** Recordings of texts, for those who listen; without it all words go alone. */
  voices?: TextVoices | undefined;
  fingerprint: Fingerprint;
  effects: readonly EffectKind[];
  calls: readonly CallKind[];
  /** Where the talk is tried: who hears why it goes as it goes. */
  because?: TellWhy | undefined;
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
  /** Who else uses the phone, where several people have. */
  phone?: PhoneSeen | undefined;
}

export interface Turn {
  talk: Talk;
  /** Words of our own before those of the flow. */
  say: TextKey | undefined;
  bubbles: Bubble[];
  effects: { kind: string; context: EffectContext; params: unknown }[];
  /** The person asked to be forgotten. */
  erase: boolean;
  events: EngineEvent[];
  /** The way through the steps of every run, in order. */
  walk: Walked[];
}

type Before = Omit<Talk, 'route'>;
type Content<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>;

/** What became of the talk, and what of it its person has not been told. */
type Became = Ran &
  Pick<Talk, 'answered' | 'over' | 'unsaid' | 'offered' | 'wanted'> & {
    say?: TextKey | undefined;
    /** Somebody's own, for the person, in the place of what the bot would say. */
    words?: string;
    /** Nothing of it may be said. */
    mute?: boolean;
  };

/**
 * What one message leads to: pure but for the calls it makes. Production, the simulator and the author's tests all run
 * this very function (F9).
 */
export async function runTurn(deps: TurnDeps, input: TurnInput): Promise<Turn> {
  const before: Before = input.talk ?? { session: null, profile: NEW_PROFILE };
  if (before.session !== null) await deps.script.ready?.(before.session);
  const running = { ...deps, ...input, context: contextOf(deps, input) };
  const became = await becoming(deps, running, before, input);
  const { session, profile, answered, due, over, unsaid, say, events, walk } = became;
  const { offered = before.offered, wanted = before.wanted } = became;
  const lang: Lang = langOf(profile, deps.speaker.fallback);
  const context = running.context(profile);
  const erase = events.some((event) => event.kind === 'asked_for' && ERASES.has(event.effect));
  const { unheard, sent } = spokenIn(input.content, before, { session, profile });
  const away = awayAfter(before.away, input.content);
  const now = { profile, away: away === true };
  const { standing, wroteOn } = standingAfter(before, now, input.content, context.day);
  const passage = {
    now: input.now,
    before: { session: before.session, lang: langOf(before.profile, deps.speaker.fallback) },
    after: { session: erase ? null : session, lang },
    walk,
    ...(sent && !erase && { sent }),
    ...(standing && !erase && { standing }),
    ...(isWritten(input.content) && !erase && { wrote: { channel: input.route.channel } }),
    ...{ events, ...deedOf(input.content) },
  };
  const { promised, orders } = promising(before.promised, due, input.now);
  const { speaker, fingerprint, voices } = deps;
  const how = { speaker, fingerprint, person: input.person, lang, ...(listens(profile) && { voices }) };
  const { mute, words } = became;
  const said = words === undefined ? compose(how, say, events) : [{ text: words }];
  const { bubbles, requested } = requesting(mute ? [] : said, events, {
    ...{ speaker: deps.speaker, lang, before: before.requested },
  });
  return {
    talk: {
      session,
      profile,
      answered,
      route: input.route,
      ...(due && { due }),
      ...(promised && { promised }),
      ...(over && { over }),
      ...(unsaid && { unsaid }),
      ...(before.joined && { joined: true }),
      ...(away && { away }),
      ...(wroteOn !== undefined && { wroteOn }),
      ...(requested && { requested }),
      ...(wanted !== undefined && !hasConsented(profile) && { wanted }),
      ...(offered && { offered }),
      ...(unheard && { unheard }),
      ...(before.phone && { phone: before.phone }),
    },
    say,
    bubbles,
    effects: ordered(deps, events, passage, orders, context),
    erase,
    events,
    walk,
  };
}

/** Themselves, or everybody on their phone. */
export const ERASES: ReadonlySet<string> = new Set([ERASE, DEEDS.eraseAll]);

/** They chose to hear what is said, and were told what it costs. */
const listens = ({ fields }: Profile): boolean => fields['listens'] === true;

/** Loops, as every turn asks every kind about every event, and nearly all of them order nothing. */
function ordered(
  { effects: kinds }: TurnDeps,
  events: readonly EngineEvent[],
  passage: Passage,
  orders: readonly { kind: string; params: unknown }[],
  context: EffectContext,
): Turn['effects'] {
  const effects: Turn['effects'] = [];
  for (const event of events)
    for (const kind of kinds)
      for (const params of kind.from(event)) effects.push({ kind: kind.name, context, params });
  for (const kind of kinds)
    for (const params of kind.fromTurn?.(passage) ?? []) effects.push({ kind: kind.name, context, params });
  for (const { kind, params } of orders) effects.push({ kind, context, params });
  return effects;
}

function contextOf(deps: TurnDeps, input: TurnInput): (profile: Profile) => EffectContext {
  return (profile) => ({
    person: input.person,
    conversation: input.conversation,
    channel: input.route.channel,
    account: input.route.account,
    address: input.route.address,
    lang: langOf(profile, deps.speaker.fallback),
    day: dayOf(input.now),
    ...(input.talk?.joined && { joined: true }),
    ...((input.phone?.others.length ?? 0) > 0 && { shared: true }),
  });
}

function becoming(deps: TurnDeps, running: Running, before: Before, input: TurnInput): Promise<Became> {
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
  const ran = await onToLink(running, here, wanted);
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
