import { StaffPage } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { type CannedReply, INBOX_ROLES, type Thread } from '../ports.ts';
import { cannedFor, inserted } from './canned-texts.ts';
import { Composer } from './composer.tsx';
import { type Page, type PagesDeps, pageOf, threadPath } from './page.ts';
import { refused, refusalWords, statusOf } from './refused.tsx';
import { composerScripts, inboxStyles } from './styles.ts';
import { notFound, threadId } from './thread-routes.tsx';

const KEY_BYTES = 16;

/** The answer to a citizen, on its way out. */
export function replyRoutes(deps: PagesDeps): StaffRoute[] {
  return [
    {
      method: 'post',
      path: '/inbox/:thread/reply',
      roles: INBOX_ROLES,
      async act(ctx) {
        const page = pageOf(deps, ctx);
        const id = threadId(ctx);
        const { text = '', key = '', canned: chosen = '' } = ctx.form;
        const thread = await page.inbox.thread(id);
        if (thread === null) return notFound(page);
        const canned = await cannedIn(page).list();
        const asItIs = cannedFor(canned, thread.lang).find(
          (one) => one.id === chosen && one.text === tidy(text),
        );
        const reply = { text, key, ...(asItIs === undefined ? {} : { canned: asItIs.id }) };
        const done = await page.inbox.reply(id, reply);
        if (done.kind === 'done')
          return { kind: 'see_other', to: threadPath(id, '#repondre'), flash: 'sent' };
        const error = refusalWords(page, done);
        const after = await page.inbox.thread(id);
        // Somebody else has it now, or nothing reaches the person: there is no form, and the words are shown to be kept.
        if (after === null) return refused(page, id, done);
        const formKey = key === '' ? deps.chance.token(KEY_BYTES) : key;
        return composing({
          page,
          thread: after,
          canned,
          formKey,
          text,
          chosen,
          error,
          status: statusOf(done.why),
        });
      },
    },
    {
      method: 'post',
      path: '/inbox/:thread/draft',
      roles: INBOX_ROLES,
      async act(ctx) {
        const page = pageOf(deps, ctx);
        const thread = await page.inbox.thread(threadId(ctx));
        if (thread === null) return notFound(page);
        const { text = '', key = '', canned: chosen = '' } = ctx.form;
        const canned = await cannedIn(page).list();
        const found = cannedFor(canned, thread.lang).find(({ id }) => id === chosen);
        const filled = found === undefined ? text : inserted(text, found.text);
        const formKey = key === '' ? deps.chance.token(KEY_BYTES) : key;
        return composing({ page, thread, canned, formKey, text: filled, chosen, status: 200 });
      },
    },
    {
      method: 'post',
      path: '/inbox/:thread/typing',
      roles: INBOX_ROLES,
      async act(ctx) {
        await pageOf(deps, ctx).inbox.typing(threadId(ctx));
        return { kind: 'json', status: 200, body: {} };
      },
    },
  ];
}

interface Composing {
  page: Page;
  thread: Thread;
  canned: readonly CannedReply[];
  formKey: string;
  text: string;
  chosen: string;
  error?: string;
  status: number;
}

/** The form alone, with what was typed: for a refusal, and for a canned reply put in where no script runs. */
function composing({ page, status, text, chosen, error, ...made }: Composing): StaffAnswer {
  const { ctx, texts } = page;
  const { id } = made.thread;
  return {
    kind: 'page',
    status,
    page: (
      <StaffPage
        {...ctx.frame}
        title={error === undefined ? texts.reply.draft : texts.reply.refused}
        styles={inboxStyles}
        scripts={composerScripts}
      >
        <p>
          <a href={threadPath(id)}>{texts.backToThread}</a>
        </p>
        <Composer
          {...made}
          page={page}
          typed={{ text, canned: chosen }}
          {...(error === undefined ? {} : { error })}
        />
      </StaffPage>
    ),
  };
}

function cannedIn({ ctx, parts }: { ctx: StaffContext; parts: PagesDeps['parts'] }) {
  const { id, role, org, regions } = ctx.person;
  return parts.cannedOf({ id, role, org, regions }, ctx.audit);
}

/** As a browser sends it: its line ends are not what somebody changed. */
const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();
