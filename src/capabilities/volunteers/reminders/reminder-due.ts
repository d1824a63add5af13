import type { DueKind } from '../../../schedule/due-dates.ts';
import { REMINDER_DUE } from '../places/places.ts';
import type { TellingDeps } from './line-due.ts';
import { awakeFrom, eveOf } from './reminder-at.ts';

/** Reads the event fresh and says when it is, in neutral words. */
const REMINDER_FLOW = 'rappel-activite';

/**
 * One reminder. Nothing is said once the event is cancelled or has begun, or the place was given back; an event that was
 * moved to a later day is waited for. After downtime it is said late rather than not at all.
 */
export const reminderDue = ({ places, lines, signups, prompt, zone }: TellingDeps): DueKind => ({
  kind: REMINDER_DUE,
  async run({ params }, now) {
    const event = String(params['event']);
    const who = Buffer.from(String(params['signup']), 'hex');
    const [line, signup, standing] = await Promise.all([
      lines.outlook(event),
      signups.find(who),
      lines.standing(event, who),
    ]);
    if (line === null || line.state === 'cancelled' || line.starts <= now) return;
    if (signup === null || standing === null || standing.ticket !== params['ticket']) return;
    // Whoever moves up later is promised a reminder of their own then.
    if (standing.state === 'waiting') return;
    const eve = eveOf(line.starts, zone);
    if (eve > now) return { again: eve };
    const awake = awakeFrom(now, zone);
    if (awake > now) return awake < line.starts ? { again: awake } : undefined;
    await prompt({
      conversation: places.reachOf(signup).conversation,
      id: `${REMINDER_DUE}/${who.toString('hex')}/${standing.ticket}/${line.starts}`,
      flow: REMINDER_FLOW,
      params: { activite: event },
      lane: 'alert',
    });
    return;
  },
});
