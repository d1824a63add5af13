import { z } from 'zod';
import type { Lang } from '../../../domain/language.ts';
import type { FlowSet } from '../../../engine/flow-set.ts';
import type { EngineEvent, Session, Value } from '../../../engine/types.ts';
import { deed } from '../../../conversation/rehearsal/deed.ts';
import { type Line, rehearse, type RehearsalDeps } from '../../../conversation/rehearsal/rehearse.ts';
import { rehearsedProfile } from '../../../conversation/rehearsal/rehearsed-profile.ts';

/** More than the longest flow has questions; each page plays the talk from its beginning. */
export const MAX_DEEDS = 200;

/** What the person at the page did, as the page hands it back: nothing of a rehearsal is kept at the server. */
export type Written = { say: string } | { tap: string } | { send: string } | { wait: string };

/** What the page shows of the talk, in order. */
export type Entry =
  | {
      by: 'bot';
      text: string;
      lang: Lang;
      choices: readonly { key: string; label: string }[];
      audio: boolean;
    }
  | { by: 'person'; did: Written };

export interface Replayed {
  deeds: readonly Written[];
  entries: readonly Entry[];
  /** Buttons under the open question. */
  choices: readonly { key: string; label: string }[];
  session: Session | null;
  bytes: number;
  /** Everything that would have been saved, the last value of each. */
  saved: Readonly<Record<string, Value>>;
  /** Of the last turn. */
  events: readonly Pick<EngineEvent, 'kind'>[];
  /** What time it is in the talk; milliseconds since 1970. */
  now: number;
}

export interface Stage {
  set: FlowSet;
  depsFor: (lang: Lang) => RehearsalDeps;
}

/** Plays a flow from its beginning, by the function that serves citizens (F9); nothing is stored and nothing leaves. */
export async function replay(
  { set, depsFor }: Stage,
  flow: string,
  lang: Lang,
  deeds: readonly Written[],
): Promise<Replayed> {
  const rehearsal = rehearse(depsFor(lang), rehearsedProfile(set, flow, lang));
  let lines = await rehearsal.begin(flow);
  const entries: Entry[] = spoken(lines, lang);
  const saved = savedIn(lines);
  for (const did of deeds) {
    lines = await rehearsal.play(deed.parse(did));
    entries.push({ by: 'person', did }, ...spoken(lines, lang));
    Object.assign(saved, savedIn(lines));
  }
  const { session, now } = rehearsal.stands();
  const asked = entries.findLast((entry) => entry.by === 'bot');
  return {
    deeds,
    entries,
    choices: asked !== undefined && rehearsal.offered().length > 0 ? asked.choices : [],
    session,
    bytes: rehearsal.end().end.bytes,
    saved,
    events: lines.flatMap((line) => ('event' in line ? [line.event] : [])),
    now,
  };
}

/** Reads what a page handed back; `null` where it is none of ours or too long. */
export function readDeeds(text: string): Written[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  return deedsIn(given);
}

/** The same of what was read already. */
export function deedsIn(given: unknown): Written[] | null {
  const list = z.array(z.unknown()).max(MAX_DEEDS).safeParse(given);
  return list.success && list.data.every((one) => deed.safeParse(one).success)
    ? (list.data as Written[])
    : null;
}

const spoken = (lines: readonly Line[], lang: Lang): Entry[] =>
  lines.flatMap((line): Entry[] => {
    if (!('out' in line)) return [];
    const { text, choices, audio, lang: own = lang } = line.out;
    return [{ by: 'bot', text, choices, lang: own, audio: audio !== undefined }];
  });

const savedIn = (lines: readonly Line[]): Record<string, Value> =>
  Object.assign({}, ...lines.map((line) => ('saved' in line ? line.saved : {}))) as Record<string, Value>;
