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
const MOVED = 'moved';

/**
 * What a turn changes, such that at every step, for every day, `in = out + waiting + dropped` whatever the engine did:
 * who waits is read from the talk before and after, and whoever waited and does so no more went out or is dropped.
 * So `in` is the sum, and is never counted by itself.
 */
export function countsOf(passage: Passage): CountRow[] {
  const rows = new Rows(passage.now);
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
  const { today } = rows;
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
    here = { place: rows.placeOf(stood, before.lang), step: stood.step, since: stood.at ?? stood.until };
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
  rows.add(rows.placeOf(stands, after.lang), stands.step, 'waiting', 1);
}

/** The rows of one turn; it runs at every turn, so it counts and looks up little. */
class Rows {
  readonly today: string;
  readonly #dayNumber: number;
  readonly #rows: CountRow[] = [];

  constructor(now: number) {
    this.today = dayOf(now);
    this.#dayNumber = Math.floor(now / DAY_MS);
  }

  /** A frame tells the same day before and after a turn that did not touch it, so what stays cancels out. */
  placeOf({ flow, at, until }: Frame, lang: Lang): Place {
    const since = at ?? until;
    const isToday = since === undefined || Math.floor(since / DAY_MS) === this.#dayNumber;
    return { flow, lang, day: isToday ? this.today : dayOf(since) };
  }

  add(place: Place, step: string | undefined, what: string, by: number): void {
    const { counts } = this.#rowOf(place);
    const path = step === undefined ? what : `steps.${step}.${what}`;
    counts[path] = (counts[path] ?? 0) + by;
  }

  /** Only what is different after the turn. */
  all(): CountRow[] {
    const changed: CountRow[] = [];
    for (const row of this.#rows) {
      const counts: CountRow['counts'] = {};
      let some = false;
      for (const path in row.counts) {
        const by = row.counts[path] ?? 0;
        if (by === 0) continue;
        counts[path] = by;
        some = true;
      }
      if (some) changed.push({ ...row, counts });
    }
    return changed;
  }

  #rowOf({ flow, day, lang }: Place): CountRow {
    for (const row of this.#rows) if (row.flow === flow && row.day === day && row.lang === lang) return row;
    const row = { flow, day, lang, counts: {} };
    this.#rows.push(row);
    return row;
  }
}

const DAY_MS = 86_400_000;
