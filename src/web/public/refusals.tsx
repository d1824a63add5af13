import type { ErrorRequestHandler, Request } from 'express';
import type { VNode } from 'preact';
import { sendProblem } from '../kit/index.ts';
import { refusedBy, type StaffLog } from '../staff/index.ts';
import type { Chance } from '../../domain/clock.ts';
import { sendAnswer } from './answer.ts';
import { langOf, plainly } from './languages.ts';
import { PublicPage } from './page.tsx';
import type { PublicFrame } from './route.ts';
import { Say } from './say.tsx';
import { PUBLIC } from './words.ts';

/** What ending a request that failed needs. */
export interface RefusalParts {
  chance: Chance;
  log: Pick<StaffLog, 'failed'>;
  frameOf: (request: Request) => PublicFrame;
}

/** Ends a request that failed: a page for people, a problem document for programs. Whatever is ours is logged. */
export function publicRefusals({ chance, log, frameOf }: RefusalParts): ErrorRequestHandler {
  return (cause: unknown, request, response, next) => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const { status, code, headers } = refusedBy(cause);
    const id = status >= 500 ? chance.token(6) : undefined;
    if (id !== undefined) log.failed({ id, code, cause });
    response.set(headers).set('Cache-Control', 'no-store');
    if (wantsProblem(request))
      sendProblem(response, { status, code, ...(id === undefined ? {} : { instance: id }) });
    else
      sendAnswer(response, {
        kind: 'page',
        status,
        page: <RefusedPage frame={frameOf(request)} status={status} id={id} />,
      });
  };
}

/** What went wrong and what to do next, without a word of what was sent. */
function RefusedPage({
  frame,
  status,
  id,
}: {
  frame: PublicFrame;
  status: number;
  id: string | undefined;
}): VNode {
  const { refused } = PUBLIC[frame.lang];
  const known = status in refused.titles ? (status as keyof typeof refused.titles) : 500;
  return (
    <PublicPage {...frame} title={refused.titles[known]}>
      <p>
        <Say of={refused.advice[known]} />
      </p>
      {id === undefined ? null : (
        <p>
          <Say of={refused.reference} /> <code>{id}</code>
        </p>
      )}
      <p class="actions">
        <a
          class="button button-quiet"
          href={frame.lang === 'bm' ? '/updates?lang=bm' : '/updates'}
          lang={langOf(refused.back)}
        >
          {plainly(refused.back)}
        </a>
      </p>
    </PublicPage>
  );
}

/** Programs ask for JSON; a browser, or a caller that says nothing, gets the page. */
const wantsProblem = (request: Request): boolean => {
  const wanted = request.accepts(['html', 'application/problem+json', 'json']);
  return wanted !== false && wanted !== 'html';
};
