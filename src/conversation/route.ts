import type { GlobalIntent, Intent } from '../domain/language.ts';
import { GLOBAL_INTENTS } from '../domain/language.ts';
import type { InboundContent } from '../domain/message.ts';
import type { Profile } from '../domain/person.ts';
import type { EngineInput, Session, TextKey } from '../engine/types.ts';
import { type Asked, readChoiceToken } from './choice-token.ts';
import type { Answered } from './conversation.ts';
import type { Fingerprint, IntentReader } from './ports.ts';
import { type FlowEntry, hasConsented, type Script } from './script.ts';

/** Two taps within this time on one question are one step (C12), milliseconds. */
const DOUBLE_TAP_MS = 10_000;

/** What is done with a message: words of our own first, then the engine; or nothing at all. */
export interface Routed {
  say?: TextKey;
  input?: EngineInput;
}

export interface Standing {
  person: string;
  session: Session | null;
  profile: Profile;
  /** The question answered last, also when the talk ended with it. */
  answered?: Answered | undefined;
  now: number;
}

export interface RouteDeps {
  script: Script;
  intents: IntentReader;
  fingerprint: Fingerprint;
}

const bot = (key: string): TextKey => ({ flow: 'bot', key });

/** Decides what one message means where the talk stands. Pure. */
export function route(deps: RouteDeps, content: InboundContent, standing: Standing): Routed {
  switch (content.kind) {
    case 'presence':
      return {};
    case 'unsupported':
      return excuse(deps, standing, content.what === 'too_long' ? 'too_long' : 'unsupported');
    case 'intent':
      return begin(deps, standing, content.intent);
    case 'choice':
      return tap(deps, standing, content.token);
    case 'media':
      return standing.session === null
        ? excuse(deps, standing, 'media_instead_of_words')
        : { input: { kind: 'reply', reply: { kind: 'media', media: content.media } } };
    case 'text':
      return words(deps, standing, content.text);
  }
}

function words(deps: RouteDeps, standing: Standing, text: string): Routed {
  const read = deps.intents.intent(text);
  if (read.kind === 'one' && isGlobal(read.intent)) return begin(deps, standing, read.intent);
  // A greeting begins the talk, or brings the menu in the middle of one.
  if (read.kind === 'one' && read.intent === 'hello') return begin(deps, standing, 'menu');
  if (standing.session !== null) {
    if (read.kind === 'one' && read.intent === 'repeat') return { input: { kind: 'again' } };
    return { input: { kind: 'reply', reply: { kind: 'text', text } } };
  }
  if (!hasConsented(standing.profile)) return welcome(deps.script, null);
  if (read.kind === 'one' && read.intent === 'thanks') return begin(deps, standing, 'menu');
  const flow = deps.script.forKeyword(text, standing.profile.lang ?? '');
  if (flow !== undefined) return enter(flow, standing);
  // A word with two meanings is said to be one; the menu has both.
  return excuse(deps, standing, read.kind === 'many' ? 'ambiguous_intent' : 'nothing_open');
}

/** A global word wins at every step; what was open waits below. */
function begin(deps: RouteDeps, standing: Standing, intent: GlobalIntent): Routed {
  const flow = deps.script.forIntent(intent);
  if (flow === undefined) return excuse(deps, standing, 'nothing_open');
  if (!flow.beforeConsent && !hasConsented(standing.profile)) return welcome(deps.script, standing.session);
  return enter(flow, standing);
}

const enter = (flow: FlowEntry, standing: Standing): Routed => ({
  input: { kind: standing.session === null ? 'start' : 'interrupt', flow: flow.id },
});

/** Greets; somebody who is being greeted is asked again where they are, unless another flow has come over it. */
function welcome({ firstContact }: Script, session: Session | null): Routed {
  const greeting = session?.frames.at(-1)?.flow === firstContact.id;
  return { input: greeting ? { kind: 'again' } : { kind: 'start', flow: firstContact.id } };
}

/** Says why, then asks again what is open, or offers the menu. */
function excuse(deps: RouteDeps, standing: Standing, key: string): Routed {
  if (standing.session !== null) return { say: bot(key), input: { kind: 'again' } };
  if (!hasConsented(standing.profile)) return welcome(deps.script, null);
  const menu = deps.script.forIntent('menu');
  return menu === undefined ? { say: bot(key) } : { say: bot(key), input: { kind: 'start', flow: menu.id } };
}

/** Only the button of the open question counts; the second of two quick taps is silent; the rest is asked again. */
function tap(deps: RouteDeps, standing: Standing, token: string): Routed {
  const { session, person, now, answered: last } = standing;
  const open = session?.frames.at(-1);
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

const GLOBAL: ReadonlySet<string> = new Set(GLOBAL_INTENTS);
const isGlobal = (intent: Intent): intent is GlobalIntent => GLOBAL.has(intent);
