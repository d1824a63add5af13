import type { Lang } from '../domain/language.ts';
import type { Outbound } from '../domain/message.ts';
import type { AskType, EngineEvent } from '../engine/types.ts';
import type { Bubble } from './compose.ts';
import type { Speaker } from './ports.ts';

/** What a person may send by one press, where their platform has a key for it. */
export type Requested = NonNullable<Outbound['asks']>['what'];

/** Questions that such a key answers. */
const REQUESTS: Partial<Record<AskType, Requested>> = { phone: 'contact', location: 'location' };

/**
 * Marks the message whose question a key may answer, and the first one after it that asks so no more (C1): such a key
 * stays on the phone until it is taken away.
 * @param before what was asked so last
 */
export function requesting(
  bubbles: readonly Bubble[],
  events: readonly EngineEvent[],
  { speaker, lang, before }: { speaker: Speaker; lang: Lang; before: Requested | undefined },
): { bubbles: Bubble[]; requested: Requested | undefined } {
  const [first, ...others] = bubbles;
  if (first === undefined) return { bubbles: [], requested: before };
  const what = requestIn(events);
  if (what !== undefined) {
    const label = speaker.say(lang, { flow: 'bot', key: `share.${what}` });
    const last = { ...(bubbles.at(-1) ?? first), asks: { what, label } };
    return { bubbles: [...bubbles.slice(0, -1), last], requested: what };
  }
  if (before === undefined) return { bubbles: [...bubbles], requested: undefined };
  return { bubbles: [{ ...first, asksNoMore: true }, ...others], requested: undefined };
}

/** Only what is asked last is open. */
function requestIn(events: readonly EngineEvent[]): Requested | undefined {
  const said = events.findLast((event) => event.kind === 'said');
  return said?.ask === undefined ? undefined : REQUESTS[said.ask.type];
}
