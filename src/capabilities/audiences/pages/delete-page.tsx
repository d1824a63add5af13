import type { VNode } from 'preact';
import { Button, StaffPage } from '../../../web/kit/index.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { audiencePath, LIST } from './edit-page.tsx';
import { Uses } from './list-page.tsx';
import type { Page, Use } from './pages.ts';
import { audienceStyles } from './styles.ts';

interface DeletePageProps {
  page: Page;
  saved: SavedAudience;
  words: string;
  uses: readonly Use[];
}

/** Asks before an audience goes: what it is, and who used it. */
export const DeletePage = ({ page: { ctx, texts }, saved, words, uses }: DeletePageProps): VNode => (
  <StaffPage {...ctx.frame} title={texts.deleteTitle} lead={texts.deleteLead} styles={audienceStyles}>
    <p>
      <a href={LIST}>{texts.back}</a>
    </p>
    <h2>{saved.name}</h2>
    <p>{words}</p>
    <Uses texts={texts} uses={uses} />
    <p>{texts.deleteKept}</p>
    <form method="post" action={audiencePath(saved, '/delete')}>
      <input type="hidden" name="rev" value={saved.rev} />
      <Button look="danger">{texts.deleteSubmit}</Button>
    </form>
  </StaffPage>
);
