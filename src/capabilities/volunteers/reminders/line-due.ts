import type { Prompt } from '../../../conversation/ports.ts';
import type { DueKind } from '../../../schedule/due-dates.ts';
import { bytes } from '../volunteer/volunteers-store.ts';
import type { Line, LineStore } from '../places/line-store.ts';
import type { LineEntry } from '../places/line.ts';
import { LINE_DUE, NEWS_DUE, type Places } from '../places/places.ts';
import type { SignupsStore } from '../places/signups-store.ts';
import { awakeFrom } from './reminder-at.ts';

export interface TellingDeps {
  places: Places;
  lines: LineStore;
  signups: SignupsStore;
  prompt: Prompt;
  zone: string;
}

/** The flow that says where somebody stands now. */
const PLACE_FLOW = 'place-liberee';

/**
 * Looks after a line: unconfirmed claims that lapsed leave, and whoever has a place but was last told that they wait is
 * told. Somebody who cannot be reached gives the place to the next.
 */
export const lineDue = (deps: TellingDeps): DueKind => ({
  kind: LINE_DUE,
  async run({ params }, now) {
    const event = String(params['event']);
    await deps.lines.dropLapsed(event, now);
    // Each round tells somebody or frees the place of somebody who cannot be told, so it ends.
    for (;;) {
      const line = await deps.lines.line(event);
      if (line === null || line.state === 'cancelled' || line.starts <= now) return undefined;
      const waiting = movedUp(line);
      if (waiting.length === 0) return nextLapse(line);
      const awake = awakeFrom(now, deps.zone);
      if (awake > now) return { again: awake };
      let unknown = 0;
      for (const entry of waiting) unknown += (await tell(deps, event, line, entry)) ? 0 : 1;
      if (unknown === waiting.length) return { again: now + EFFECT_MS };
    }
  },
});

/** By then the effect that was writing a sign-up down has been applied, by its own process or another. */
const EFFECT_MS = 30_000;

/** Somebody was told of a place that was not theirs any more when the commit was followed up. */
export const newsDue = ({ prompt, zone }: Pick<TellingDeps, 'prompt' | 'zone'>): DueKind => ({
  kind: NEWS_DUE,
  async run({ id, at, params }, now) {
    const awake = awakeFrom(now, zone);
    if (awake > now) return { again: awake };
    await prompt({
      conversation: String(params['conversation']),
      id: `${NEWS_DUE}/${id}/${at}`,
      flow: PLACE_FLOW,
      params: { activite: String(params['event']) },
      lane: 'alert',
    });
    return undefined;
  },
});

const movedUp = ({ entries, capacity }: Line): LineEntry[] =>
  entries.slice(0, capacity).filter(({ waits, until }) => waits === true && until === undefined);

function nextLapse({ entries, capacity }: Line): { again: number } | undefined {
  const untils = entries.flatMap(({ until }) => until ?? []);
  return untils.length > 0 && entries.length > capacity ? { again: Math.min(...untils) + 1 } : undefined;
}

/** `false`: whose place it is has not been written down yet. */
async function tell(deps: TellingDeps, event: string, line: Line, entry: LineEntry): Promise<boolean> {
  const { places, lines, signups, prompt } = deps;
  const { ticket } = entry;
  const signup = await signups.find(bytes(entry.who));
  if (signup?.ticket !== ticket) return false;
  const reach = places.reachOf(signup);
  const told = await prompt({
    conversation: reach.conversation,
    id: `${LINE_DUE}/${signup._id.toString('hex')}/${ticket}`,
    flow: PLACE_FLOW,
    params: { activite: event },
    lane: 'alert',
  });
  if (told === 'gone') {
    await places.release(reach, { event, ticket }, 'unreachable');
    return true;
  }
  await places.remind({ _id: signup._id, event, ticket }, line.starts);
  await lines.told(event, ticket);
  return true;
}
