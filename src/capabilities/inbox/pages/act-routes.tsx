import type { VNode } from 'preact';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { ASSIGNING_ROLES, type Done, INBOX_ROLES } from '../ports.ts';
import type { ThreadFlash } from './flashes.ts';
import { NoteForm } from './notes.tsx';
import { type Page, type PagesDeps, pageOf, threadPath } from './page.ts';
import { TagForm } from './panel.tsx';
import { refused } from './refused.tsx';
import { CalmForm } from './safeguarding.tsx';
import { snoozedUntil } from './snooze.ts';
import { threadId } from './thread-routes.tsx';

type Typed = Readonly<Record<string, string>>;

interface Act {
  name: string;
  roles?: StaffRoute['roles'];
  flash: ThreadFlash | ((ctx: StaffContext) => ThreadFlash);
  run: (page: Page, id: string, form: Typed) => Promise<Done>;
  /** The form again with what was typed, where something was. */
  again?: (page: Page, id: string, form: Typed, error: string) => VNode;
}

/** What is done with a thread, each a small form; what was typed is never lost by a refusal. */
const ACTS: readonly Act[] = [
  {
    name: 'claim',
    flash: ({ form }) => (form['closed'] === undefined ? 'claimed' : 'reopened'),
    run: ({ inbox }, id) => inbox.claim(id),
  },
  { name: 'release', flash: 'released', run: ({ inbox }, id) => inbox.release(id) },
  { name: 'wake', flash: 'woken', run: ({ inbox }, id) => inbox.wake(id) },
  { name: 'close', flash: 'closed', run: ({ inbox }, id) => inbox.close(id) },
  {
    name: 'assign',
    roles: ASSIGNING_ROLES,
    flash: 'assigned',
    run: ({ inbox }, id, { to = '' }) => inbox.assign(id, to),
  },
  {
    name: 'snooze',
    flash: 'snoozed',
    async run({ inbox, now, zone }, id, form) {
      const until = snoozedUntil(form, now, zone);
      return until === null ? { kind: 'refused', why: 'bad_time' } : inbox.snooze(id, until);
    },
  },
  {
    name: 'resume',
    flash: 'resumed',
    run: ({ inbox }, id, { step = '' }) => inbox.resume(id, step === '' ? undefined : step),
  },
  { name: 'untag', flash: 'untagged', run: ({ inbox }, id, { tag = '' }) => inbox.untag(id, tag) },
  {
    name: 'tag',
    flash: 'tagged',
    run: ({ inbox }, id, { tag = '' }) => inbox.tag(id, tag),
    again: (page, id, { tag = '' }, error) => (
      <TagForm page={page} id={id} others={[]} typed={tag} error={error} />
    ),
  },
  {
    name: 'note',
    flash: 'noted',
    run: ({ inbox }, id, { note = '' }) => inbox.note(id, note),
    again: (page, id, { note = '' }, error) => <NoteForm page={page} id={id} typed={note} error={error} />,
  },
  {
    name: 'calm',
    flash: 'calmed',
    run: ({ inbox }, id, { why = '' }) => inbox.calm(id, why),
    again: (page, id, { why = '' }, error) => <CalmForm page={page} id={id} typed={why} error={error} />,
  },
];

export const actRoutes = (deps: PagesDeps): StaffRoute[] =>
  ACTS.map(({ name, roles = INBOX_ROLES, flash, run, again }) => ({
    method: 'post',
    path: `/inbox/:thread/${name}`,
    roles,
    async act(ctx): Promise<StaffAnswer> {
      const page = pageOf(deps, ctx);
      const id = threadId(ctx);
      const done = await run(page, id, ctx.form);
      if (done.kind === 'refused')
        return refused(page, id, done, again && ((error) => again(page, id, ctx.form, error)));
      return { kind: 'see_other', to: threadPath(id), flash: typeof flash === 'string' ? flash : flash(ctx) };
    },
  }));
