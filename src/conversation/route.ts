import type { How } from '../domain/how.ts';
import type { GlobalIntent } from '../domain/language.ts';
import type { InboundContent } from '../domain/message.ts';
import type { Profile } from '../domain/person.ts';
import type { EngineInput, Frame, Reply, Session, TextKey } from '../engine/types.ts';
import { wantedIn } from './arriving.ts';
import type { TellWhy } from './because.ts';
import { type Asked, readChoiceToken } from './choice-token.ts';
import type { Answered } from './conversation.ts';
import { isGlobal } from './global-intents.ts';
import { forStaff, isHeard, isHeld } from './held.ts';
import type { Fingerprint, IntentReader } from './ports.ts';
import { type FlowEntry, hasConsented, type Script } from './script.ts';
import { uncaptioned } from './uncaptioned.ts';

/** Two taps within this time on one question are one step (C12), milliseconds. */
export const DOUBLE_TAP_MS = 10_000;

/** What is done with a message: words of our own first, then the engine; or nothing at all. */
export interface Routed {
  say?: TextKey;
  input?: EngineInput;
  /** What is done where `input` is a reply and the open question does not take it for an answer. */
  otherwise?: EngineInput;
  /** What somebody asked for, or came for by a link, who must be greeted first. */
  wanted?: string;
}

export interface Standing {
  person: string;
  session: Session | null;
  profile: Profile;
  /** The question answered last, also when the talk ended with it. */
  answered?: Answered | undefined;
  /** As {@link Talk} has them. */
  over?: true | undefined;
  unsaid?: true | undefined;
  now: number;
}

export interface RouteDeps {
  script: Script;
  intents: IntentReader;
  fingerprint: Fingerprint;
  because?: TellWhy | undefined;
}

const bot = (key: string): TextKey => ({ flow: 'bot', key });

/** Decides what one message means where the talk stands. Pure. */
export function route(deps: RouteDeps, content: InboundContent, standing: Standing): Routed {
  if (isHeard(standing.session)) {
    const told = forStaff(deps.intents, content);
    if (told !== undefined) return told;
  }
  const routed = meaningOf(deps, content, standing);
  const { over, unsaid } = standing;
  const silent = routed.input === undefined && routed.say === undefined;
  if (silent || (!over && !unsaid)) return routed;
  // Nobody can have answered what they have not read.
  const input: EngineInput | undefined = routed.input?.kind === 'reply' ? { kind: 'again' } : routed.input;
  const excused = routed.say !== undefined && UNREADABLE.has(routed.say.key);
  const say = over && !excused ? bot('talk_over') : routed.say;
  const { wanted } = routed;
  return { ...(input && { input }), ...(say && { say }), ...(wanted !== undefined && { wanted }) };
}

/** What cannot be read is said to be so, also where the talk it was meant for is over. */
const UNREADABLE: ReadonlySet<string> = new Set(['too_long', 'edited', 'unsupported', 'ambiguous_intent']);
/** What is excused in words of its own. */
const EXCUSES: ReadonlySet<string> = new Set(['too_long', 'edited']);

/** The question that is open; a talk that lets time pass asks nothing. */
export function openFrame(session: Session | null): Frame | undefined {
  const top = session?.frames.at(-1);
  return top?.until === undefined ? top : undefined;
}

type Content<Kind extends InboundContent['kind']> = Extract<InboundContent, { kind: Kind }>;

function meaningOf(deps: RouteDeps, content: InboundContent, standing: Standing): Routed {
  switch (content.kind) {
    case 'presence':
      return {};
    case 'unsupported':
      return excuse(deps, standing, EXCUSES.has(content.what) ? content.what : 'unsupported');
    case 'intent':
      return begin(deps, standing, content.intent);
    case 'arrival':
      return arrive(deps, standing, content.link);
    case 'choice':
      return tap(deps, standing, content.token);
    case 'media':
      if (isAskedAbout(deps, content)) return sentOn(deps, standing, uncaptioned(content));
      if (openFrame(standing.session) !== undefined)
        return { input: { kind: 'reply', reply: uncaptioned(content) } };
      // Many begin with their voice: they are thanked, told that nobody can hear it yet, and greeted.
      return content.media === 'voice' && !hasConsented(standing.profile)
        ? { say: bot('voice_first'), ...welcome(deps.script, null) }
        : excuse(deps, standing, content.media === 'voice' ? 'voice_unasked' : 'media_instead_of_words');
    case 'text':
      return words(deps, standing, content);
  }
}

/** A picture that somebody sends on, or under which they ask whether it is true. */
function isAskedAbout({ intents }: RouteDeps, { media, forwarded, caption }: Content<'media'>): boolean {
  if (media !== 'photo') return false;
  const read = caption === undefined ? undefined : intents.intent(caption);
  return forwarded === true || (read?.kind === 'one' && read.intent === 'check');
}

function words(deps: RouteDeps, standing: Standing, { text, forwarded }: Content<'text'>): Routed {
  const read = intentOf(deps, text);
  if (read.kind === 'one' && isGlobal(read.intent)) return begin(deps, standing, read.intent);
  // A greeting begins the talk, or brings the menu in the middle of one.
  if (read.kind === 'one' && read.intent === 'hello') return begin(deps, standing, 'menu');
  const flow = keywordOf(deps, text, standing);
  // Words that a link has written for a newcomer: they are greeted, and go on to it.
  if (flow?.link !== undefined && !mayRun(flow, standing))
    return { ...welcome(deps.script, standing.session), wanted: wantedIn(flow) };
  if (forwarded === true && flow === undefined && read.kind === 'none')
    return sentOn(deps, standing, { kind: 'text', text });
  if (openFrame(standing.session) !== undefined) {
    if (read.kind === 'one' && read.intent === 'repeat') return { input: { kind: 'again' } };
    const reply: Routed = { input: { kind: 'reply', reply: { kind: 'text', text } } };
    if (read.kind === 'one' && read.intent === 'back') return { ...reply, otherwise: { kind: 'back' } };
    // No answer, but a word for another flow: what is open waits below it.
    if (flow === undefined) return reply;
    return mayRun(flow, standing)
      ? { ...reply, otherwise: { kind: 'interrupt', flow: flow.id, keeps: true, ...begunWith(flow) } }
      : { ...reply, wanted: wantedIn(flow) };
  }
  if (!hasConsented(standing.profile))
    // Who asks for the greeting has it, and is not greeted twice.
    return {
      ...welcome(deps.script, null),
      ...(flow !== undefined && flow.id !== deps.script.firstContact.id && { wanted: wantedIn(flow) }),
    };
  if (read.kind === 'one' && read.intent === 'thanks') return begin(deps, standing, 'menu');
  if (flow !== undefined) return { input: entering(flow, standing) };
  // A word with two meanings is said to be one; the menu has both.
  return excuse(deps, standing, read.kind === 'many' ? 'ambiguous_intent' : 'nothing_open');
}

function intentOf({ intents, because }: RouteDeps, text: string): ReturnType<IntentReader['intent']> {
  const how: How[] = [];
  const read = intents.intent(text, because && ((one) => how.push(one)));
  if (read.kind !== 'none') because?.({ kind: 'intent', read, how });
  return read;
}

function keywordOf(
  { script, because }: RouteDeps,
  text: string,
  { profile }: Standing,
): FlowEntry | undefined {
  const how: How[] = [];
  const flow = script.forKeyword(text, profile.lang ?? '', because && ((one) => how.push(one)));
  if (flow !== undefined) because?.({ kind: 'keyword', flow: flow.id, how });
  return flow;
}

/** What somebody sends on is a question whether it is true, where it does not answer what is asked. */
function sentOn(deps: RouteDeps, standing: Standing, reply: Reply): Routed {
  const check = deps.script.forIntent('check');
  const open = openFrame(standing.session) !== undefined;
  if (check === undefined || !mayRun(check, standing))
    return open ? { input: { kind: 'reply', reply } } : welcome(deps.script, null);
  if (!open) return { input: entering(check, standing) };
  const otherwise: EngineInput = { kind: 'interrupt', flow: check.id, keeps: true, ...begunWith(check) };
  return { input: { kind: 'reply', reply }, otherwise };
}

/** A link of ours begins its flow, once its person has agreed; any other is a plain beginning. */
function arrive(deps: RouteDeps, standing: Standing, link: string): Routed {
  const flow = deps.script.forLink?.(link);
  if (flow === undefined) return begin(deps, standing, 'menu');
  if (mayRun(flow, standing)) return { input: entering(flow, standing) };
  return { ...welcome(deps.script, standing.session), wanted: link };
}

/** A global word wins at every step; what was open waits below. Of a talk that is a person's, "stop" alone makes an end. */
function begin(deps: RouteDeps, standing: Standing, intent: GlobalIntent): Routed {
  const flow = deps.script.forIntent(intent);
  if (flow === undefined) return excuse(deps, standing, 'nothing_open');
  if (!mayRun(flow, standing)) {
    const greeted = welcome(deps.script, standing.session);
    // The greeting leads to the menu by itself, and a hello takes nothing back.
    return intent === 'menu' ? greeted : { ...greeted, wanted: wantedIn(flow) };
  }
  return { input: entering(flow, standing, intent !== 'stop') };
}

const mayRun = (flow: FlowEntry, { profile }: Standing): boolean =>
  flow.beforeConsent || hasConsented(profile);

/** @param over whoever has the talk keeps it meanwhile */
const entering = (flow: FlowEntry, { session }: Standing, over = true): EngineInput => {
  const begun = { flow: flow.id, ...begunWith(flow) };
  if (session === null) return { kind: 'start', ...begun };
  return { kind: 'interrupt', ...begun, ...(over && isHeld(session) && { keeps: true }) };
};

const begunWith = ({ params }: FlowEntry): Pick<FlowEntry, 'params'> => (params ? { params } : {});

/** Greets; somebody who is being greeted is asked again where they are, unless another flow has come over it. */
function welcome({ firstContact }: Script, session: Session | null): Routed {
  const greeting = session?.frames.at(-1)?.flow === firstContact.id;
  return { input: greeting ? { kind: 'again' } : { kind: 'start', flow: firstContact.id } };
}

/** Says why, then asks again what is open, or offers the menu. */
function excuse(deps: RouteDeps, standing: Standing, key: string): Routed {
  if (openFrame(standing.session) !== undefined) return { say: bot(key), input: { kind: 'again' } };
  if (!hasConsented(standing.profile)) return welcome(deps.script, null);
  const menu = deps.script.forIntent('menu');
  return menu === undefined ? { say: bot(key) } : { say: bot(key), input: entering(menu, standing) };
}

/** Only the button of the open question counts; the second of two quick taps is silent; the rest is asked again. */
function tap(deps: RouteDeps, standing: Standing, token: string): Routed {
  const { session, person, now, answered: last } = standing;
  const open = openFrame(session);
  if (open !== undefined) {
    const choice = readChoiceToken(deps.fingerprint, askedBy(person, open), token);
    if (choice !== null) return { input: { kind: 'reply', reply: { kind: 'choice', choice } } };
  }
  if (
    last !== undefined &&
    now - last.at < DOUBLE_TAP_MS &&
    readChoiceToken(deps.fingerprint, askedBy(person, last), token) !== null
  ) {
    return {};
  }
  return excuse(deps, standing, 'stale_button');
}

const askedBy = (person: string, { sid, step }: { sid: string; step: string }): Asked => ({
  person,
  sid,
  step,
});
