import type { ComponentChildren, VNode } from 'preact';
import { Notice } from '../../../../web/kit/index.ts';
import type { Page } from '../../pages/page.ts';
import { differing, type Files } from '../ports.ts';
import { findingsOf } from './findings.tsx';
import { comparePath, draftPath, EDITIONS } from './page.ts';
import { PUBLISHING } from './texts.ts';

/** Above the list of flows: what waits in the files, and where it is published and undone. */
export function FilesSummary({ page: { ctx }, files }: { page: Pick<Page, 'ctx'>; files: Files }): VNode {
  const words = PUBLISHING[ctx.frame.lang];
  const changed = differing(files).length;
  const wrong = files.findings.length;
  return (
    <>
      {changed === 0 && wrong === 0 ? null : (
        <Notice tone={wrong > 0 ? 'warning' : 'info'}>
          <p>
            {changed === 0 ? null : words.differ(changed)} {wrong === 0 ? null : words.toCorrect(wrong)}
          </p>
        </Notice>
      )}
      <p class="flow-ways">
        {changed === 0 && wrong === 0 ? <span class="soft">{words.upToDate}</span> : null}
        <a href={draftPath()}>{words.seeDraft}</a>
        <a href={EDITIONS}>{words.seeEditions}</a>
      </p>
    </>
  );
}

/** What its column is called. */
export const fileHeader = ({ ctx }: Pick<Page, 'ctx'>): string => PUBLISHING[ctx.frame.lang].file;

/** A flow's cell in the list: how its file stands beside what is published. */
export function fileCell({ ctx }: Pick<Page, 'ctx'>, flow: string, files: Files): ComponentChildren {
  const words = PUBLISHING[ctx.frame.lang];
  const wrong = findingsOf(flow, files.findings).length;
  const state = files.flows.find((file) => file.flow === flow)?.state ?? 'taken_away';
  if (wrong === 0 && state === 'same') return words.states.same;
  return <a href={comparePath(flow)}>{wrong > 0 ? words.toCorrect(wrong) : words.states[state]}</a>;
}
