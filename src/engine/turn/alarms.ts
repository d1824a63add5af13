import { afterQuietHours } from '../../domain/quiet-hours.ts';
import type { FlowSet } from '../flow-set.ts';
import { SIDE_JOB_PATIENCE_MS, TALK_PATIENCE_MS } from '../limits.ts';
import type { Due, Frame } from '../types.ts';
import { flowOf, stepIn } from '../versions/flow-of.ts';
import { rootOf } from './runs.ts';

/** A moment at which a talk goes on by itself. */
export interface Alarm extends Due {
  why: 'reminder' | 'timeout' | 'wait' | 'expiry';
  /** Place of the frame it is for. */
  place: number;
  /** Reminders given once this one is. */
  reminders: number;
}

/**
 * The next moment a talk goes on by itself, counted from what its frames say. After an outage it may lie in the past:
 * of several reminders that were missed the last is given, and none once the question is to be given up.
 */
export function nextAlarm(set: FlowSet, frames: readonly Frame[], now: number): Alarm | undefined {
  let next: Alarm | undefined;
  // Who asks stands on top; what waits below comes after what it may interrupt.
  let free = now;
  for (let place = frames.length - 1; place >= 0; place -= 1) {
    const frame = frames[place];
    if (!frame) continue;
    for (const alarm of [ofStep(set, frame, place, free), ofTalk(set, frames, place)])
      if (alarm && (next === undefined || alarm.at < next.at)) next = alarm;
    free = Math.max(free, givesWay(set, frames, place));
  }
  return next;
}

/** What the step it stands at waits for. */
function ofStep(set: FlowSet, frame: Frame, place: number, free: number): Alarm | undefined {
  const { sid, step, at, until, reminded: n = 0 } = frame;
  const alarm = { sid, step, n, place, reminders: n };
  if (until !== undefined) return { ...alarm, why: 'wait', at: Math.max(until, free) };
  const timeout = stepIn(flowOf(set, frame), step)?.node.timeout;
  if (timeout === undefined || at === undefined) return undefined;
  const { after, remind } = timeout;
  const planned = (nth: number): number => at + Math.round((after * nth) / (remind + 1));
  for (let nth = n + 1; nth <= remind; nth += 1) {
    if (planned(nth + 1) <= free) continue;
    const said = afterQuietHours(Math.max(planned(nth), free));
    if (said < at + after) return { ...alarm, why: 'reminder', at: said, reminders: nth };
  }
  return { ...alarm, why: 'timeout', at: Math.max(at + after, free) };
}

/** When the talk of this frame is over by its `expires`: counted from what was asked last in it, be it by a flow it runs. */
export function ofTalk(set: FlowSet, frames: readonly Frame[], place: number): Alarm | undefined {
  const frame = frames[place];
  const root = frames[rootOf(frames, place)];
  // A talk that waits for a day waits for nobody; one that runs another is counted from there.
  if (!frame || !root || frame.until !== undefined || frame.at === undefined || frames[place + 1]?.sub)
    return undefined;
  const expires = flowOf(set, root)?.expires;
  if (expires === undefined) return undefined;
  const { sid, step, reminded: n = 0 } = frame;
  return { sid, step, n, place, reminders: n, why: 'expiry', at: frame.at + expires };
}

/** Until when what stands here is taken for half answered, and nothing below it comes up by itself. */
function givesWay(set: FlowSet, frames: readonly Frame[], place: number): number {
  const frame = frames[place];
  const root = frames[rootOf(frames, place)];
  const patience = root && flowOf(set, root)?.interrupts ? SIDE_JOB_PATIENCE_MS : TALK_PATIENCE_MS;
  return (frame?.until ?? frame?.at ?? 0) + patience;
}
