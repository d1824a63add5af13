import type { VNode } from 'preact';
import { refusal } from '../../../domain/faults.ts';
import { Button, StaffPage } from '../../../web/kit/index.ts';
import { onlyFields, type StaffRoute } from '../../../web/staff/index.ts';
import { CORRECTABLE, WRITERS } from '../model/lifecycle.ts';
import { numberWords, type Update } from '../model/update.ts';
import { countWords, itemPath, type Page, titleOf } from './page.ts';
import type { Pages } from './pages.ts';
import { updateStyles } from './styles.ts';
import { withItem } from './with-item.ts';

/** A correction is begun from the page of what it corrects, once it was said whom it will reach. */
export const correctRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'get',
    path: '/updates/:id/correct',
    roles: WRITERS,
    render: withItem(pages, async (ctx, update) => {
      const { number, publication } = update;
      if (update.state !== CORRECTABLE || number === undefined || publication === undefined)
        throw refusal('wrong_state', 'Only what is published is corrected.');
      const had = await pages.receipts.count(number, publication.version);
      const page = await pages.pageOf(ctx, update);
      const open = await pages.store.corrections(update);
      return { kind: 'page', status: 200, page: <CorrectPage {...{ page, update, had, open }} /> };
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/correct',
    roles: WRITERS,
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, []);
      const begun = await pages.desk.correct(ctx, update.id);
      return { kind: 'see_other', to: itemPath(begun, '/edit'), flash: 'correction' };
    }),
  },
];

interface CorrectProps {
  page: Page;
  update: Update;
  had: number;
  open: readonly Update[];
}

function CorrectPage({ page, update, had, open }: CorrectProps): VNode {
  const { ctx, texts } = page;
  const { number, publication } = update;
  const version = String(publication?.version ?? 1);
  const { title, lang } = titleOf(page, update);
  return (
    <StaffPage {...ctx.frame} title={texts.correctTitle} lead={texts.correctLead} styles={updateStyles}>
      <p>
        <a href={itemPath(update)}>{texts.backToItem}</a>
      </p>
      <h2 lang={lang}>{title}</h2>
      <p>{number === undefined ? null : texts.versionOf(numberWords(number), version)}</p>
      <p>
        <strong>{texts.correctTo(countWords(page, had), version, had)}</strong>
      </p>
      <OpenCorrections page={page} open={open} />
      <form class="form decide" method="post" action={itemPath(update, '/correct')}>
        <Button>{texts.correctSubmit}</Button>
      </form>
    </StaffPage>
  );
}

/** Corrections that are being written already: a second one is seldom wanted. */
export function OpenCorrections({ page, open }: { page: Page; open: readonly Update[] }): VNode | null {
  const { texts } = page;
  if (open.length === 0) return null;
  return (
    <p>
      {texts.underWay}{' '}
      {open.map((each, index) => (
        <span key={each.id}>
          {index === 0 ? null : ', '}
          <a href={itemPath(each)}>
            {titleOf(page, each).title} ({texts.states[each.state]})
          </a>
        </span>
      ))}
    </p>
  );
}
