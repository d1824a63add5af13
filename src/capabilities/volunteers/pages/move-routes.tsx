import type { StaffAnswer, StaffRoute } from '../../../web/staff/index.ts';
import type { EventState } from '../events/event.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { CancelPage } from './cancel-page.tsx';
import { notFound } from './not-found.tsx';
import { eventPath, type Page } from './page.ts';
import { EDITS, type PagesDeps, withEvent } from './with-event.ts';

/** Opening, closing, cancelling. */
export function moveRoutes(deps: PagesDeps): StaffRoute[] {
  const move = (name: string, to: EventState, flash: string): StaffRoute => ({
    method: 'post',
    path: `/events/:event/${name}`,
    roles: EDITS,
    act: withEvent(deps, (page, event) => become(deps, page, event, to, flash)),
  });
  return [
    move('open', 'open', 'opened'),
    move('close', 'closed', 'closed'),
    {
      method: 'get',
      path: '/events/:event/cancel',
      roles: EDITS,
      render: withEvent(deps, (page, event) => <CancelPage page={page} event={event} />),
    },
    move('cancel', 'cancelled', 'cancelled'),
  ];
}

async function become(
  { desk }: PagesDeps,
  page: Page,
  event: CountedEvent,
  to: EventState,
  flash: string,
): Promise<StaffAnswer> {
  const { audit } = page.ctx;
  const moved = await desk.become(event, to, {
    decided: () => audit(`events.${flash}`, `event/${event.id}`, { signed_up: event.inLine }),
    undone: () => audit('events.not_changed', `event/${event.id}`),
  });
  if (moved.kind === 'changed') return { kind: 'see_other', to: eventPath(event), flash };
  if (moved.why === 'not_found') return notFound(page);
  const why = moved.why === 'capacity_below_confirmed' ? 'stale' : moved.why;
  return { kind: 'see_other', to: eventPath(event), flash: why };
}
