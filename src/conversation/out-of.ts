import type { Chance } from '../domain/clock.ts';
import { laneOf } from './admission.ts';
import type { OutItem } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { PhoneTurn } from './phone/phone-turn.ts';

/** What a turn says, as messages that are to leave. */
export function outOf(
  { bubbles, talk: { route }, announces }: Pick<PhoneTurn, 'bubbles' | 'talk' | 'announces'>,
  entry: Entry,
  chance: Chance,
): OutItem[] {
  const lane = announces ? 'alert' : laneOf(entry);
  const broadcast = entry.kind === 'prompt' && lane === 'broadcast' ? { broadcast: entry.prompt.id } : {};
  return bubbles.map((bubble) => ({
    message: { id: chance.token(12), address: route.address, lane, ...bubble },
    route,
    ...broadcast,
    again: 0,
  }));
}
