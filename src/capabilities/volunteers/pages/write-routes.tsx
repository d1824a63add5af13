import type { StaffAnswer, StaffRoute } from '../../../web/staff/index.ts';
import { type Faults, readPlan, type Typed, typedPlan } from '../desk/plan-form.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { EventForm } from './event-form.tsx';
import { notFound } from './not-found.tsx';
import { eventPath, type Page } from './page.ts';
import { EDITS, pageOf, type PagesDeps, withEvent } from './with-event.ts';

/** What a new form begins with. */
const BLANK: Typed = { kind: 'sport', capacity: '20', min_age: '15' };

/** Creating and changing an activity. A form that is refused comes back as it was typed. */
export function writeRoutes(deps: PagesDeps): StaffRoute[] {
  const { desk, clock, zone } = deps;
  return [
    {
      method: 'get',
      path: '/events/new',
      roles: EDITS,
      render: (ctx) => <EventForm page={pageOf(deps, ctx)} typed={BLANK} />,
    },
    {
      method: 'post',
      path: '/events/new',
      roles: EDITS,
      async act(ctx) {
        const read = readPlan(ctx.form, { now: clock.now(), zone, needsAuthorisation: false });
        if (!read.ok) return again(pageOf(deps, ctx), { faults: read.faults });
        await ctx.audit('events.created', `org/${ctx.person.org}`);
        const id = await desk.create(ctx.person.org, read.plan);
        return { kind: 'see_other', to: eventPath({ id }), flash: 'created' };
      },
    },
    {
      method: 'get',
      path: '/events/:event/edit',
      roles: EDITS,
      reads: 'A',
      render: withEvent(deps, (page, event) => (
        <EventForm page={page} event={event} typed={typedPlan(event, zone)} />
      )),
    },
    {
      method: 'post',
      path: '/events/:event/edit',
      roles: EDITS,
      act: withEvent(deps, (page, event) => save(deps, page, event)),
    },
  ];
}

async function save({ desk, clock, zone }: PagesDeps, page: Page, event: CountedEvent): Promise<StaffAnswer> {
  const { ctx } = page;
  const needsAuthorisation = event.state !== 'draft';
  const read = readPlan(ctx.form, { now: clock.now(), zone, needsAuthorisation });
  if (!read.ok) return again(page, { event, faults: read.faults });
  const rev = /^\d{1,9}$/u.test(ctx.form['rev'] ?? '') ? Number(ctx.form['rev']) : -1;
  const saved = await desk.edit(event, rev, read.plan, {
    decided: () => ctx.audit('events.edited', `event/${event.id}`, { rev }),
    undone: () => ctx.audit('events.not_changed', `event/${event.id}`),
  });
  if (saved.kind === 'changed') {
    const told = saved.event.change > event.change && event.inLine > 0;
    return { kind: 'see_other', to: eventPath(event), flash: told ? 'told' : 'saved' };
  }
  switch (saved.why) {
    case 'not_found':
      return notFound(page);
    case 'stale': {
      const now = await desk.find({ id: event.id, org: ctx.person.org });
      return again(page, { event: now ?? event, stale: true }, 409);
    }
    case 'capacity_below_confirmed':
      return again(page, { event, faults: { capacity: 'below_confirmed' } });
    case 'no_authorisation':
      return again(page, { event, faults: { auth_by: 'needed' } });
    case 'past':
    case 'not_allowed':
      return { kind: 'see_other', to: eventPath(event), flash: saved.why };
  }
}

/** The form once more, with what was typed and what is wrong. */
const again = (
  page: Page,
  wrong: { event?: CountedEvent; faults?: Faults; stale?: boolean },
  status = 400,
): StaffAnswer => ({
  kind: 'page',
  status,
  page: <EventForm page={page} typed={page.ctx.form} {...wrong} />,
});
