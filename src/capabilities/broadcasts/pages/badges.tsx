import type { VNode } from 'preact';
import type { Broadcast } from '../model/broadcast.ts';
import type { Page } from './page.ts';

/** Where it stands, and what is special about it, in words. */
export const Badges = ({ page: { texts }, broadcast }: { page: Page; broadcast: Broadcast }): VNode => (
  <p class="badges">
    <span class={`badge state-${broadcast.state}`}>{texts.states[broadcast.state]}</span>
    {broadcast.urgent ? <span class="badge badge-urgent">{texts.urgent}</span> : null}
    {broadcast.demo ? <span class="badge">{texts.demo}</span> : null}
  </p>
);
