import { createHmac } from 'node:crypto';
import type { Lang } from '../../domain/language.ts';
import { MAX_TEXT_LENGTH, tried } from '../../domain/message.ts';
import { refusal } from '../../domain/faults.ts';
import { NEW_PROFILE, type Profile } from '../../domain/person.ts';
import type { EngineEvent, Session, TextKey, Value, Walked } from '../../engine/types.ts';
import { choiceToken } from '../choice-token.ts';
import { type Bubble, labelOf } from '../compose.ts';
import { langOf, type Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import type { Fingerprint } from '../ports.ts';
import { type Turn, runTurn } from '../turn.ts';
import type { TurnDeps } from '../turn-input.ts';
import type { Deed } from './deed.ts';

/** What a rehearsal shows, one object a line. */
export type Line =
  | {
      out: {
        flow: string;
        key: string;
        text: string;
        /** The language it is said in, where it is not the one the rehearsal began in. */
        lang?: Lang;
        choices: { key: string; label: string }[];
        /** Id of the recording that goes with it. */
        audio?: string;
        /** Id of the picture that goes with it. */
        image?: string;
      };
    }
  | { saved: Record<string, Value> }
  | { event: Exclude<EngineEvent, { kind: 'said' | 'answered' | 'profile_changed' }> }
  | { end: { state: 'waiting' | 'done'; bytes: number } };

/** A talk played without a channel and without a database, by the very function that serves citizens (F9). */
export interface Rehearsal {
  /** Begins `flow`, whatever its triggers. */
  begin(flow: string): Promise<Line[]>;
  play(deed: Deed): Promise<Line[]>;
  /** What would be stored, and whether the talk waits for the person. */
  end(): Extract<Line, { end: unknown }>;
  /** Keys of the buttons under the open question. */
  offered(): readonly string[];
  /** The talk as it would be stored, and what time it is there, in milliseconds since 1970. */
  stands(): { session: Session | null; profile: Profile; now: number };
  /** What the last deed made leave, as a channel gets it, and its way through the steps. */
  turned(): Turned;
  /** The same talk once more: what is played there leaves this one as it is. */
  fork(): Rehearsal;
}

export interface Turned {
  bubbles: readonly Bubble[];
  walk: readonly Walked[];
}

/** What a rehearsal has in hand between two deeds. */
interface Standing {
  talk: Talk;
  now: number;
  turns: number;
  choices: readonly string[];
  turned: Turned;
}

/** Where a rehearsal's clock stands at first: a date without meaning, so that transcripts stay the same. */
const FIRST_MOMENT = Date.UTC(2026, 0, 15, 9);
const PERSON = 'rehearsal';
/** What happens by itself in one `wait`; a year of mornings is within it. */
const MAX_WAKINGS = 500;

export type RehearsalDeps = Omit<TurnDeps, 'fingerprint'>;

export function rehearse(given: RehearsalDeps, profile: Profile = NEW_PROFILE): Rehearsal {
  const talk = { session: null, profile, route: HERE };
  return standing(given, { talk, now: FIRST_MOMENT, turns: 0, choices: [], turned: NOTHING });
}

const HERE = { channel: PERSON, account: PERSON, address: PERSON };
const NOTHING: Turned = { bubbles: [], walk: [] };

function standing(given: RehearsalDeps, from: Standing): Rehearsal {
  const deps: TurnDeps = { ...given, fingerprint };
  let { talk, now, turns, choices, turned } = from;

  const turn = async (content: EntryContent, script = deps.script): Promise<Line[]> => {
    turns += 1;
    const id = `r${turns}`;
    const using = { ...deps, script };
    const ran = await runTurn(using, {
      conversation: PERSON,
      person: PERSON,
      talk,
      content,
      route: HERE,
      inbound: id,
      now,
      nonce: id,
    });
    const lines = linesOf(using, ran);
    // As the store does it: between two messages a talk is nothing but text.
    talk = ran.erase
      ? { session: null, profile: NEW_PROFILE, route: HERE }
      : (JSON.parse(JSON.stringify(ran.talk)) as Talk);
    const asked = lines.flatMap((line) => ('out' in line ? [line.out] : [])).at(-1);
    if (asked !== undefined) choices = asked.choices.map(({ key }) => key);
    if (talk.session === null) choices = [];
    turned = { bubbles: [...turned.bubbles, ...ran.bubbles], walk: [...turned.walk, ...ran.walk] };
    return lines;
  };

  /** Each moment it was promised to be woken is a turn at its own time, as in the house. */
  const pass = async (ms: number): Promise<Line[]> => {
    const end = now + ms;
    const lines: Line[] = [];
    const from = turns;
    for (let { promised } = talk; promised !== undefined && promised.at <= end; { promised } = talk) {
      const { at, sid, step, n } = promised;
      if (turns - from === MAX_WAKINGS)
        throw refusal('woken_too_often', `${step}: comes round again and again while nobody writes.`);
      now = Math.max(now, at);
      lines.push(...(await turn({ kind: 'due', sid, step, n })));
    }
    now = end;
    return lines;
  };

  return {
    begin(flow) {
      turned = NOTHING;
      return turn({ kind: 'intent', intent: 'menu' }, startingWith(deps, flow));
    },
    async play(deed) {
      turned = NOTHING;
      if ('wait' in deed) return pass(deed.wait);
      return turn(contentOf(deed, talk.session, choices));
    },
    end: () => ({
      end: {
        state: talk.session === null ? 'done' : 'waiting',
        bytes: talk.session === null ? 0 : Buffer.byteLength(JSON.stringify(talk.session)),
      },
    }),
    offered: () => choices,
    stands: () => ({ session: talk.session, profile: talk.profile, now }),
    turned: () => turned,
    fork: () => standing(given, { talk, now, turns, choices, turned }),
  };
}

/** The same script, but the word "menu" begins this flow. */
function startingWith({ script }: TurnDeps, flow: string): TurnDeps['script'] {
  return { ...script, forIntent: () => ({ id: flow, beforeConsent: true, interrupts: false }) };
}

/** What the doors make of it: long or broken text as production does, a tap as an authenticated token. */
function contentOf(
  deed: Exclude<Deed, { wait: number }>,
  session: Session | null,
  offered: readonly string[],
): EntryContent {
  if ('give_back' in deed) return { kind: 'resume', step: deed.give_back };
  if ('send' in deed) return tried(deed.send);
  if ('say' in deed) {
    if (deed.say.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
    return { kind: 'text', text: Buffer.from(deed.say).toString() };
  }
  const open = session?.frames.at(-1);
  if (open === undefined || !offered.includes(deed.tap)) return { kind: 'choice', token: 'stale' };
  return {
    kind: 'choice',
    token: choiceToken(fingerprint, { person: PERSON, sid: open.sid, step: open.step }, deed.tap),
  };
}

function linesOf({ speaker }: TurnDeps, ran: Turn): Line[] {
  const lang = langOf(ran.talk.profile, speaker.fallback);
  const out = (text: TextKey, params?: Record<string, Value>): Line => ({
    out: {
      flow: text.flow,
      key: text.key,
      text: speaker.say(lang, text, params),
      ...(lang !== speaker.fallback && { lang }),
      choices: [],
    },
  });
  const lines: Line[] = ran.say === undefined ? [] : [out(ran.say)];
  for (const event of ran.events) {
    if (event.kind === 'answered') lines.push({ saved: { [event.step]: event.value } });
    else if (event.kind === 'profile_changed')
      lines.push({ saved: { [`person.${event.path}`]: event.value } });
    else if (event.kind !== 'said') lines.push({ event });
    else {
      const line = out(event.text, event.params);
      if ('out' in line && event.audio !== undefined) line.out.audio = event.audio;
      if ('out' in line && event.image !== undefined) line.out.image = event.image;
      if ('out' in line && event.ask)
        line.out.choices = event.ask.choices.map((one) => ({
          key: one.choice,
          label: labelOf(one, speaker, lang),
        }));
      lines.push(line);
    }
  }
  return lines;
}

/** A rehearsal keeps no secret, so its key is none. */
const fingerprint: Fingerprint = (purpose, ...parts) =>
  createHmac('sha256', `rehearsal:${purpose}`).update(parts.join('\0')).digest();
