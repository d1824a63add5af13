import type { Lang } from '../../../domain/language.ts';
import { NEW_PROFILE, type Profile } from '../../../domain/person.ts';
import type { FlowSet } from '../../../engine/flow-set.ts';
import type { Session, Value } from '../../../engine/types.ts';
import type { Why } from '../../../conversation/because.ts';
import type { Bubble } from '../../../conversation/compose.ts';
import { deed } from '../../../conversation/rehearsal/deed.ts';
import {
  type Line,
  type Rehearsal,
  type RehearsalDeps,
  rehearse,
} from '../../../conversation/rehearsal/rehearse.ts';
import { rehearsedProfile } from '../../../conversation/rehearsal/rehearsed-profile.ts';
import { CONSENT } from '../../../conversation/script.ts';
import type { Written } from './deeds.ts';

/** One flow, begun whatever its triggers; or the whole bot, as somebody new or somebody it knows writes to it. */
export type Opening = { flow: string } | { bot: 'new' | 'known' };

/** What followed one thing the person did; the first of a flow's own beginning has none. */
export interface PlayedTurn {
  did?: Written;
  said: readonly { text: string; lang: Lang; choices: readonly Offered[]; audio: boolean }[];
  /** The same as it would leave for a channel. */
  bubbles: readonly Bubble[];
  why: readonly Why[];
  lines: readonly Line[];
  /** What time it is in the talk then; milliseconds since 1970. */
  at: number;
}

export interface Offered {
  key: string;
  label: string;
}

export interface Replayed {
  deeds: readonly Written[];
  turns: readonly PlayedTurn[];
  /** Buttons under the open question. */
  choices: readonly Offered[];
  session: Session | null;
  bytes: number;
  /** Everything that would have been saved, the last value of each. */
  saved: Readonly<Record<string, Value>>;
  /** What time it is in the talk; milliseconds since 1970. */
  now: number;
}

export interface Stage {
  set: FlowSet;
  depsFor: (lang: Lang) => RehearsalDeps;
}

/** Plays a talk from its beginning, by the function that serves citizens (F9); nothing is stored and nothing leaves. */
export async function replay(
  stage: Stage,
  opening: Opening,
  lang: Lang,
  deeds: readonly Written[],
): Promise<Replayed> {
  let why: Why[] = [];
  const rehearsal = opened(stage, opening, lang, (one) => why.push(one));
  const turns: PlayedTurn[] = [];
  const note = (lines: readonly Line[], did?: Written): void => {
    const { bubbles } = rehearsal.turned();
    const { now: at } = rehearsal.stands();
    turns.push({ ...(did && { did }), said: spoken(lines, lang), bubbles, why, lines, at });
    why = [];
  };
  if ('flow' in opening) note(await rehearsal.begin(opening.flow));
  for (const did of deeds) note(await rehearsal.play(deed.parse(did)), did);
  const { session, now } = rehearsal.stands();
  const asked = turns.flatMap(({ said }) => said).at(-1);
  return {
    deeds,
    turns,
    choices: asked !== undefined && rehearsal.offered().length > 0 ? asked.choices : [],
    session,
    bytes: rehearsal.end().end.bytes,
    saved: Object.assign({}, ...turns.map(({ lines }) => savedIn(lines))) as Record<string, Value>,
    now,
  };
}

/** A talk that nobody has said anything in. */
export function opened(
  { set, depsFor }: Stage,
  opening: Opening,
  lang: Lang,
  because?: RehearsalDeps['because'],
): Rehearsal {
  const deps = depsFor(lang);
  return rehearse({ ...deps, because }, profileOf(set, opening, lang));
}

function profileOf(set: FlowSet, opening: Opening, lang: Lang): Profile {
  if ('flow' in opening) return rehearsedProfile(set, opening.flow, lang);
  if (opening.bot === 'new') return NEW_PROFILE;
  return { ...NEW_PROFILE, lang, consents: { [CONSENT.purpose]: CONSENT.version } };
}

const spoken = (lines: readonly Line[], lang: Lang): PlayedTurn['said'] =>
  lines.flatMap((line) => {
    if (!('out' in line)) return [];
    const { text, choices, audio, lang: own = lang } = line.out;
    return [{ text, choices, lang: own, audio: audio !== undefined }];
  });

const savedIn = (lines: readonly Line[]): Record<string, Value> =>
  Object.assign({}, ...lines.map((line) => ('saved' in line ? line.saved : {}))) as Record<string, Value>;
