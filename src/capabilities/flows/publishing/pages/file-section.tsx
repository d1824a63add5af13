import type { VNode } from 'preact';
import type { Page } from '../../pages/page.ts';
import type { Files } from '../ports.ts';
import { Findings, findingsOf } from './findings.tsx';
import { comparePath } from './page.ts';
import { PUBLISHING } from './texts.ts';

/** Beside a flow: whether its file differs from what is published, and what the checker found in it. */
export function FileSection({
  page: { ctx },
  flow,
  files,
}: {
  page: Pick<Page, 'ctx'>;
  flow: string;
  files: Files;
}): VNode {
  const words = PUBLISHING[ctx.frame.lang];
  const state = files.flows.find((file) => file.flow === flow)?.state ?? 'taken_away';
  const findings = findingsOf(flow, files.findings);
  const warnings = findingsOf(flow, files.warnings);
  return (
    <section aria-labelledby="fichier">
      <h2 id="fichier">{words.file}</h2>
      <p>
        {words.fileStates[state]} <a href={comparePath(flow)}>{words.compare}</a>
      </p>
      {findings.length === 0 ? (
        <p class="soft">{words.noFindings}</p>
      ) : (
        <>
          <h3>{words.toCorrect(findings.length)}</h3>
          <Findings page={{ words }} findings={findings} />
        </>
      )}
      {warnings.length === 0 ? null : (
        <details class="look-at">
          <summary>{words.toLookAt(warnings.length)}</summary>
          <Findings page={{ words }} findings={warnings} />
        </details>
      )}
    </section>
  );
}
