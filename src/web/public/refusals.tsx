import type { ErrorRequestHandler, Request } from 'express';
import type { VNode } from 'preact';
import { endingWith, type StaffLog } from '../staff/index.ts';
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

/** Ends a request that failed. */
export const publicRefusals = ({ frameOf, ...parts }: RefusalParts): ErrorRequestHandler =>
  endingWith(parts, (request, response, { status, id }) => {
    sendAnswer(response, {
      kind: 'page',
      status,
      page: <RefusedPage frame={frameOf(request)} status={status} id={id} />,
    });
  });

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
