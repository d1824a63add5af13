import type { Passage } from '../../../conversation/ports.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Frame, Walked } from '../../../engine/types.ts';
import { ANSWERED } from '../../../engine/graph/exits.ts';
import { runIdOf } from '../../../engine/versions/run-id.ts';
import { timeClassOf } from './time-classes.ts';

/** What a turn changes in the figures of a flow. Nothing in it belongs to a person: no id, no answer, no time of day. */
export interface CountRow {
  flow: string;
  /** Day the step was come to, `YYYY-MM-DD`: who leaves it later is counted out where they were counted in. */
  day: string;
  lang: Lang;
  /** `begun`, `steps.<key>.waiting`, `steps.<key>.out.<exit>` … → how many more, or fewer. */
  counts: Record<string, number>;
}

/** A step left in a way that has no name: the flow was changed under the talk, or the person went back. */
export const MOVED = 'moved';

/**
 * What a turn changes, such that at every step, for every day, `in = out + waiting + dropped` whatever the engine did:
 * who waits is read from the talk before and after, and whoever waited and does so no more went out or is dropped.
 * So `in` is the sum, and is never counted by itself.
 */
export function countsOf(passage: Passage): CountRow[] {
  const rows = new Rows();
  const { before, after, walk } = passage;
  const runs = new Map<string, Run>();
  const runOf = (sid: string): Run => {
    const id = runIdOf(sid);
    const run = runs.get(id) ?? { walk: [] };
    runs.set(id, run);
    return run;
  };
  for (const frame of before.session?.frames ?? []) runOf(frame.sid).stood = frame;
  for (const frame of after.session?.frames ?? []) runOf(frame.sid).stands = frame;
  for (const entry of walk) runOf(entry.sid).walk.push(entry);
  for (const run of runs.values()) count(run, passage, rows);
  return rows.all();
}

/** One run of a flow in this turn. */
interface Run {
  stood?: Frame;
  walk: Walked[];
  stands?: Frame;
}

type Place = Pick<CountRow, 'flow' | 'day' | 'lang'>;

/** The step a run is at while its way is followed; `since`: when it was asked there, where that was in an earlier turn. */
interface Here {
  place: Place;
  step: string;
  since?: number | undefined;
}

function count({ stood, walk, stands }: Run, { now, before, after }: Passage, rows: Rows): void {
  const today = dayOf(now);
  const placeNow = (flow: string): Place => ({ flow, day: today, lang: after.lang });
  let here: Here | undefined;
  const leave = (how: string): void => {
    if (here !== undefined) rows.add(here.place, here.step, how, 1);
    here = undefined;
  };
  const come = (flow: string, step: string): Here => {
    if (here?.step === step) return here;
    leave(`out.${MOVED}`);
    return (here = { place: placeNow(flow), step });
  };
  if (stood !== undefined) {
    here = { place: placeOf(stood, before.lang, today), step: stood.step, since: stood.at ?? stood.until };
    rows.add(here.place, stood.step, 'waiting', -1);
  } else if (walk[0] !== undefined) rows.add(placeNow(walk[0].flow), undefined, 'begun', 1);
  for (const { flow, step, exit, answered, retried, dropped } of walk) {
    const { place, since } = come(flow, step);
    if (retried) rows.add(place, step, 'retried', 1);
    if (answered && since !== undefined) rows.add(place, step, `time.${timeClassOf(now - since)}`, 1);
    if (dropped) leave('dropped');
    else if (exit !== undefined) leave(`out.${answered ? ANSWERED : exit}`);
  }
  if (stands === undefined) {
    leave('dropped');
    return;
  }
  if (here?.step !== stands.step) leave(`out.${MOVED}`);
  rows.add(placeOf(stands, after.lang, today), stands.step, 'waiting', 1);
}

/** A frame tells the same day before and after a turn that did not touch it, so what stays cancels out. */
const placeOf = ({ flow, at, until }: Frame, lang: Lang, today: string): Place => {
  const since = at ?? until;
  return { flow, lang, day: since === undefined ? today : dayOf(since) };
};

class Rows {
  readonly #rows = new Map<string, CountRow>();

  add({ flow, day, lang }: Place, step: string | undefined, what: string, by: number): void {
    const name = `${flow} ${day} ${lang}`;
    const row = this.#rows.get(name) ?? { flow, day, lang, counts: {} };
    this.#rows.set(name, row);
    const path = step === undefined ? what : `steps.${step}.${what}`;
    row.counts[path] = (row.counts[path] ?? 0) + by;
  }

  /** Only what is different after the turn. */
  all(): CountRow[] {
    const changed = [...this.#rows.values()].map((row) => ({
      ...row,
      counts: Object.fromEntries(Object.entries(row.counts).filter(([, by]) => by !== 0)),
    }));
    return changed.filter(({ counts }) => Object.keys(counts).length > 0);
  }
}
