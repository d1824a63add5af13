import type { VNode } from 'preact';
import type { EventState } from '../events/event.ts';
import type { VolunteerTexts } from './texts.fr.ts';

/** An event's state in words; the colour only repeats it. */
export const StateMark = ({ state, texts }: { state: EventState; texts: VolunteerTexts }): VNode => (
  <span class={`state state-${state}`}>{texts.states[state]}</span>
);
