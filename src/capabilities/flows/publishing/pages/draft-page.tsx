import type { VNode } from 'preact';
import { EmptyState, Notice, StaffPage } from '../../../../web/kit/index.ts';
import { differing, type EditionLine, type Files, type Look } from '../ports.ts';
import { Decide, type Refused, RefusedNotice } from './decide.tsx';
import { Effect } from './effect.tsx';
import { Findings } from './findings.tsx';
import { comparePath, DRAFT, draftPath, EDITIONS, type PublishingPage } from './page.ts';
import { publishingStyles } from './styles.ts';

interface DraftPageProps {
  page: PublishingPage;
  files: Files;
  look: Look;
  /** Of one flow alone. */
  flow?: string | undefined;
  refused?: Refused | undefined;
  last: EditionLine | undefined;
}

/** What the files hold beside what is published, what is wrong with it, and publishing it. */
export function DraftPage(props: DraftPageProps): VNode {
  const { page, files, look, flow, refused, last } = props;
  const { ctx, words } = page;
  const wrong = files.findings.length > 0 ? files.findings : look.findings;
  return (
    <StaffPage {...ctx.frame} title={words.draftTitle} lead={words.draftLead} styles={publishingStyles}>
      <p class="flow-ways">
        <a href="/staff/flows">{words.toFlows}</a>
        <a href={EDITIONS}>{words.seeEditions}</a>
      </p>
      <RefusedNotice page={page} refused={refused} last={last} />
      {flow === undefined ? null : (
        <p>
          {words.onlyFlow(flow)} <a href={draftPath()}>{words.allFlows}</a>
        </p>
      )}
      {wrong.length > 0 ? <ToCorrect page={page} files={files} findings={wrong} /> : <Ready {...props} />}
      <ToLookAt page={page} findings={files.warnings} />
      <p class="soft">{page.desk.byHand ? words.byHand : words.byStart}</p>
    </StaffPage>
  );
}

function Ready({ page, files, look, flow, refused }: DraftPageProps): VNode {
  const { words } = page;
  if (look.changes.length === 0)
    return (
      <EmptyState title={words.nothingTitle}>
        <p>{words.nothing}</p>
      </EmptyState>
    );
  return (
    <>
      {files.replaced === undefined ? null : (
        <Notice tone="warning">
          <p>{words.replaced(files.replaced)}</p>
        </Notice>
      )}
      <p class="soft">{words.noFindings}</p>
      <Effect page={page} changes={look.changes} href={comparePath} />
      <Decide
        {...{ page, seen: look.seen, flow, refused }}
        action={`${DRAFT}/publish`}
        title={words.publishTitle}
        button={flow === undefined ? words.publish : words.publishOne(flow)}
      >
        <p class="soft">{words.undoHint}</p>
      </Decide>
    </>
  );
}

/** The faults come first; what would change can be looked at even so. */
function ToCorrect({
  page,
  files,
  findings,
}: Pick<DraftPageProps, 'page' | 'files'> & { findings: Look['findings'] }): VNode {
  const { words } = page;
  const others = differing(files);
  return (
    <>
      <section aria-labelledby="corriger">
        <h2 id="corriger">{words.correctTitle}</h2>
        <p>{words.correctLead(findings.length)}</p>
        <Findings page={page} findings={findings} />
      </section>
      {others.length === 0 ? null : (
        <section aria-labelledby="changements">
          <h2 id="changements">{words.changesTitle}</h2>
          <ul>
            {others.map(({ flow, state }) => (
              <li key={flow}>
                <a href={comparePath(flow)}>{flow}</a> <span class="soft">{words.states[state]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ToLookAt({ page, findings }: { page: PublishingPage; findings: Files['warnings'] }): VNode | null {
  const { words } = page;
  if (findings.length === 0) return null;
  return (
    <details class="look-at">
      <summary>
        {words.lookAtTitle} ({page.figures.count(findings.length)})
      </summary>
      <p class="soft">{words.lookAtLead}</p>
      <Findings page={page} findings={findings} />
    </details>
  );
}
