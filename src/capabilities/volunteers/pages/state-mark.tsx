import type { VNode } from 'preact';
import type { Event } from '../events/event.ts';
import type { Page } from './page.ts';

interface StateMarkProps {
  event: Pick<Event, 'state' | 'starts'>;
  page: Pick<Page, 'now' | 'texts'>;
}

/** An event's state in words; the colour only repeats it. What has begun is open to nobody any more. */
export function StateMark({ event, page: { now, texts } }: StateMarkProps): VNode {
  const past = event.state === 'open' && event.starts <= now;
  return (
    <span class={`state state-${past ? 'past' : event.state}`}>
      {past ? texts.over : texts.states[event.state]}
    </span>
  );
}
