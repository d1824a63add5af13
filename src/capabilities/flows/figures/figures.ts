import { ANSWERED, TIMEOUT } from '../../../engine/graph/exits.ts';
import type { StoredCounts } from '../counting/counts-store.ts';
import { medianOf } from '../counting/time-classes.ts';

/** What happened at one step: `in = sum of out + waiting + dropped`, always. */
export interface StepFigures {
  in: number;
  /** By the way out, named as in engine/graph/exits.ts; an answer is `answered`, whatever it was. */
  out: Readonly<Record<string, number>>;
  /** Who stands there now. */
  waiting: number;
  /** Who broke off there, or has not been heard of for {@link SILENT_DAYS} days. */
  dropped: number;
  /** Times it was asked again because what came was no answer. */
  retried: number;
  answered: number;
  timedOut: number;
  /** Median time to an answer in seconds; `null` where nobody answered or most took longer than a day. */
  median: number | null;
}

export interface FlowFigures {
  /** Times the flow was begun. */
  begun: number;
  waiting: number;
  steps: ReadonlyMap<string, StepFigures>;
}

/** Who has not moved for so long is taken to have broken off: talks of erased persons wait for nobody. */
export const SILENT_DAYS = 30;

/**
 * Adds up what was counted.
 * @param silentBefore day before which nobody waits any more, `YYYY-MM-DD`
 */
export function figuresOf(counts: readonly StoredCounts[], silentBefore: string): FlowFigures {
  const steps = new Map<string, Sum>();
  let begun = 0;
  for (const row of counts) {
    begun += row.begun ?? 0;
    const silent = row.day < silentBefore;
    for (const [key, step] of Object.entries(row.steps ?? {})) {
      const sum = steps.get(key) ?? { out: {}, waiting: 0, dropped: 0, retried: 0, time: {} };
      steps.set(key, sum);
      if (silent) sum.dropped += step.waiting ?? 0;
      else sum.waiting += step.waiting ?? 0;
      sum.dropped += step.dropped ?? 0;
      sum.retried += step.retried ?? 0;
      addTo(sum.out, step.out);
      addTo(sum.time, step.time);
    }
  }
  const figures = new Map([...steps].map(([key, sum]) => [key, stepFigures(sum)]));
  const waiting = [...figures.values()].reduce((all, step) => all + step.waiting, 0);
  return { begun, waiting, steps: figures };
}

interface Sum {
  out: Record<string, number>;
  waiting: number;
  dropped: number;
  retried: number;
  time: Record<string, number>;
}

function stepFigures({ out, waiting, dropped, retried, time }: Sum): StepFigures {
  // Below zero only for the moment in which a later turn is counted and an earlier one is not yet.
  const [stays, lost] = [Math.max(0, waiting), Math.max(0, dropped)];
  const left = Object.values(out).reduce((all, n) => all + n, 0);
  return {
    in: left + stays + lost,
    out,
    waiting: stays,
    dropped: lost,
    retried,
    answered: out[ANSWERED] ?? 0,
    timedOut: out[TIMEOUT] ?? 0,
    median: medianOf(time),
  };
}

function addTo(sum: Record<string, number>, more: Readonly<Record<string, number>> = {}): void {
  for (const [name, n] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + n;
}
