import { NothingHere, StaffPage } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { INBOX_ROLES, type ThreadFile } from '../ports.ts';
import { filePath, INBOX_PATH, type Page, type PagesDeps, pageOf, threadPath } from './page.ts';
import { inboxStyles } from './styles.ts';
import { threadId } from './thread-routes.tsx';

/**
 * Voices and photos of a thread, for whoever may read it. Each is fetched only when somebody asks for it, and each look
 * leaves a record (T22).
 */
export const fileRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/inbox/:thread/files/:file',
    roles: INBOX_ROLES,
    reads: 'A',
    render: (ctx) => withFile(deps, ctx, (page, file) => shown(page, file)),
  },
  {
    method: 'get',
    path: '/inbox/:thread/files/:file/bytes',
    roles: INBOX_ROLES,
    reads: 'A',
    render: (ctx) => withFile(deps, ctx, (_page, { type, bytes }) => ({ kind: 'media', type, body: bytes })),
  },
];

async function withFile(
  deps: PagesDeps,
  ctx: StaffContext,
  answer: (page: Page, file: ThreadFile) => StaffAnswer,
): Promise<StaffAnswer> {
  const page = pageOf(deps, ctx);
  const file = await page.inbox.file(threadId(ctx), ctx.params['file'] ?? '');
  if (file !== null) return answer(page, file);
  const texts = { ...page.texts, notFoundTitle: page.texts.noFile };
  const nothing = <NothingHere frame={ctx.frame} back={INBOX_PATH} texts={texts} />;
  return { kind: 'page', status: 404, page: nothing };
}

function shown(page: Page, { media }: ThreadFile): StaffAnswer {
  const { ctx, texts } = page;
  const id = threadId(ctx);
  const what = media === 'voice' ? texts.sentVoice : texts.sentPhoto;
  const src = filePath(id, ctx.params['file'] ?? '', '/bytes');
  return {
    kind: 'page',
    status: 200,
    page: (
      <StaffPage {...ctx.frame} title={what} lead={texts.fileLead} styles={inboxStyles}>
        <p>
          <a href={threadPath(id)}>{texts.backToThread}</a>
        </p>
        {media === 'voice' ? (
          <audio class="log-voice" controls preload="none" src={src} aria-label={what} />
        ) : (
          <img class="log-photo" src={src} alt={what} />
        )}
      </StaffPage>
    ),
  };
}
