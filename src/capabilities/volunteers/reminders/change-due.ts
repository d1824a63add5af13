import type { DueKind } from '../../../schedule/due-dates.ts';
import { CHANGE_DUE } from '../places/places.ts';
import { bytes } from '../volunteer/volunteers-store.ts';
import type { TellingDeps } from './line-due.ts';
import { awakeFrom } from './reminder-at.ts';

/** Says what holds now: the new time, or that it is cancelled. */
const CHANGE_FLOW = 'activite-changee';
const HOUR_MS = 3_600_000;
/** Waiting for the morning must leave time not to set out. */
const TIME_NOT_TO_SET_OUT_MS = 2 * HOUR_MS;

/**
 * Tells everybody in the line that time or place changed, or that it is cancelled (V8, first form). A later change stands
 * for those before it. The quiet hours hold, unless somebody could be on the way by the time they end.
 */
export const changeDue = ({ places, lines, signups, prompt, zone }: TellingDeps): DueKind => ({
  kind: CHANGE_DUE,
  async run({ params }, now) {
    const event = String(params['event']);
    const before = Number(params['before']);
    const line = await lines.line(event);
    if (line === null || line.change !== params['change']) return;
    const soonest = Math.min(before, line.starts);
    if (soonest <= now && line.state === 'cancelled') return;
    const awake = awakeFrom(now, zone);
    if (awake > now && awake + TIME_NOT_TO_SET_OUT_MS <= soonest) return { again: awake };
    for (const { who, ticket, until } of line.entries) {
      const signup = until === undefined ? await signups.find(bytes(who)) : null;
      if (signup === null) continue;
      await prompt({
        conversation: places.reachOf(signup).conversation,
        id: `${CHANGE_DUE}/${signup._id.toString('hex')}/${ticket}/${line.change}`,
        flow: CHANGE_FLOW,
        params: { activite: event },
        lane: 'alert',
      });
      await places.remind({ _id: signup._id, event, ticket }, line.starts);
    }
    return;
  },
});
