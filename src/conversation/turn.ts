import { dayOf } from '../domain/clock.ts';
import type { Lang } from '../domain/language.ts';
import { NEW_PROFILE, type Profile } from '../domain/person.ts';
import type { EngineEvent, TextKey, Walked } from '../engine/types.ts';
import { becoming, type Before } from './becoming.ts';
import { type Bubble, compose } from './compose.ts';
import { langOf, type Talk } from './conversation.ts';
import { begunIn } from './phone/returned.ts';
import { DEEDS } from './phone/on-phone.ts';
import { isWritten, standingAfter } from './person-standing.ts';
import type { EffectContext, Passage } from './ports.ts';
import { awayAfter } from './reach.ts';
import { requesting } from './requests.ts';
import { hasConsented } from './script.ts';
import { deedOf } from './staff-turn.ts';
import type { TurnDeps, TurnInput } from './turn-input.ts';
import { spokenIn } from './unheard.ts';
import { promising } from './wake.ts';

/** The effect the conversation does itself: everything about this person is destroyed. */
export const ERASE = 'conversation.erase';

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
    ...{ events, ...begunIn(input.content), ...deedOf(input.content) },
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
