import type { VNode } from 'preact';
import { ButtonLink, Notice, StaffPage } from '../../../../web/kit/index.ts';
import { flowPath } from '../../pages/list-page.tsx';
import { comparisonOf } from '../../compare/comparison.ts';
import { differing, type Files, type Offer, type Sides } from '../ports.ts';
import { ComparisonView } from './comparison-view.tsx';
import { Findings, findingsOf } from './findings.tsx';
import { draftPath, editionPath, type PublishingPage } from './page.ts';
import { publishingStyles } from './styles.ts';

interface ComparePageProps {
  page: PublishingPage;
  flow: string;
  offer: Offer;
  /** `null`: the files cannot be compared. */
  sides: Sides | null;
  /** Where the files are compared. */
  files?: Files;
}

/** A flow as it is published beside what the files or an earlier edition hold. */
export function ComparePage({ page, flow, offer, sides, files }: ComparePageProps): VNode {
  const { ctx, words } = page;
  const lead = offer.from === 'files' ? words.compareFiles : words.compareEdition(offer.n);
  const found = findingsOf(flow, files?.findings ?? []);
  return (
    <StaffPage {...ctx.frame} title={words.compareTitle(flow)} lead={lead} styles={publishingStyles}>
      <p class="flow-ways">
        {offer.from === 'files' ? (
          <a href={draftPath()}>{words.toDraft}</a>
        ) : (
          <a href={editionPath(offer.n)}>{words.toEdition(offer.n)}</a>
        )}
        {sides?.was === undefined ? null : <a href={flowPath(flow)}>{words.toFlow}</a>}
      </p>
      {found.length === 0 ? null : (
        <section aria-labelledby="corriger">
          <h2 id="corriger">{words.correctTitle}</h2>
          <p>{words.correctLead(found.length)}</p>
          <Findings page={page} findings={found} />
        </section>
      )}
      {sides === null ? (
        <Notice tone="error">
          <p>{words.unreadable}</p>
        </Notice>
      ) : (
        <ComparisonView page={page} flow={flow} sides={sides} comparison={comparisonOf(flow, sides)} />
      )}
      {publishable(flow, files) ? (
        <p>
          <ButtonLink href={draftPath(flow)}>{words.seeEffect}</ButtonLink>
        </p>
      ) : null}
    </StaffPage>
  );
}

/** It leads on to the page where the effect is said and the decision taken. */
function publishable(flow: string, files: Files | undefined): boolean {
  if (files === undefined || files.findings.length > 0) return false;
  return differing(files).some((file) => file.flow === flow);
}
