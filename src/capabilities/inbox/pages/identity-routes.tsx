import type { VNode } from 'preact';
import { labelled, Notice, StaffPage } from '../../../web/kit/index.ts';
import {
  RevealForm,
  revealRefusal,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { type Identity, INBOX_ROLES } from '../ports.ts';
import { channelName, type Page, type PagesDeps, pageOf, threadPath } from './page.ts';
import { inboxStyles } from './styles.ts';
import { notFound, threadId } from './thread-routes.tsx';

/** Where a channel knows somebody by: masked until a reason is given, which is recorded (T23). */
export const identityRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/inbox/:thread/identity',
    roles: INBOX_ROLES,
    reveals: true,
    render: (ctx) => show(deps, ctx, async (subject) => (await ctx.revealed(subject)) || undefined),
  },
  {
    method: 'post',
    path: '/inbox/:thread/identity',
    roles: INBOX_ROLES,
    reveals: true,
    act: (ctx) =>
      show(deps, ctx, async (subject) => {
        try {
          await ctx.reveal({ subject, reason: ctx.form['reason'], words: ctx.form['words'] });
          return true;
        } catch (cause) {
          return revealRefusal(cause, ctx.frame.lang);
        }
      }),
  },
];

/** `true`: it may be shown; `undefined`: nobody asked yet. */
type Opened = true | undefined | { status: number; words: string };

async function show(
  deps: PagesDeps,
  ctx: StaffContext,
  open: (subject: string) => Promise<Opened>,
): Promise<StaffAnswer> {
  const page = pageOf(deps, ctx);
  const id = threadId(ctx);
  const thread = await page.inbox.thread(id);
  if (thread === null) return notFound(page);
  const opened = await open(`thread/${id}`);
  const { lead } = page.texts.identity;
  if (opened === true) {
    const shown = <Shown page={page} identity={await page.inbox.identity(id)} />;
    return { kind: 'page', status: 200, page: framed(page, id, lead(thread.handle), shown) };
  }
  const form = <RevealForm action={threadPath(id, '/identity')} typed={ctx.form} error={opened?.words} />;
  return { kind: 'page', status: opened?.status ?? 200, page: framed(page, id, lead(thread.handle), form) };
}

function Shown({ page, identity }: { page: Page; identity: Identity | null }): VNode {
  const { identity: texts } = page.texts;
  if (identity === null)
    return (
      <Notice tone="info">
        <p>{texts.none}</p>
      </Notice>
    );
  return (
    <>
      <p>
        {labelled(channelName(page, identity.channel), page.ctx.frame.lang)}{' '}
        <strong class="digits">{identity.address}</strong>
      </p>
      <p>{texts.shown}</p>
    </>
  );
}

const framed = ({ ctx, texts }: Page, id: string, lead: string, body: VNode): VNode => (
  <StaffPage {...ctx.frame} title={texts.identity.title} lead={lead} styles={inboxStyles}>
    <p>
      <a href={threadPath(id)}>{texts.identity.back}</a>
    </p>
    {body}
  </StaffPage>
);
