import type { VNode } from 'preact';
import { Button, StaffPage, type StaffLang } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LetterRow, Standing } from '../ports.ts';
import { LettersTable } from './letters-table.tsx';
import { deliveryStyles } from './styles.ts';
import { DELIVERY } from './texts.ts';

interface DeliveryPageProps {
  ctx: StaffContext;
  rows: readonly LetterRow[];
  standing: Standing;
}

/** What could not be handled, and what this month costs. */
export function DeliveryPage({ ctx, rows, standing }: DeliveryPageProps): VNode {
  const { lang } = ctx.frame;
  const texts = DELIVERY[lang];
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={deliveryStyles}>
      <section aria-labelledby="mis-de-cote">
        <h2 id="mis-de-cote">{texts.letters}</h2>
        <LettersTable rows={rows} lang={lang} />
      </section>
      <section aria-labelledby="payes">
        <h2 id="payes">{texts.metered}</h2>
        <p>{meteredWords(standing, lang)}</p>
      </section>
    </StaffPage>
  );
}

function meteredWords({ count, most }: Standing, lang: StaffLang): string {
  const texts = DELIVERY[lang];
  const number = new Intl.NumberFormat(lang);
  return most === undefined
    ? texts.meteredCount(number.format(count))
    : texts.meteredOf(number.format(count), number.format(most));
}

/** Asks once more before a letter is gone for good. */
export function DropPage({ ctx, row }: { ctx: StaffContext; row: LetterRow }): VNode {
  const texts = DELIVERY[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.dropTitle} lead={texts.dropWhat} styles={deliveryStyles}>
      <div class="letters-ways">
        <form method="post" action={`/staff/delivery/letters/${row.id}/drop`}>
          <Button look="danger">{texts.dropNow}</Button>
        </form>
        <a href="/staff/delivery">{texts.back}</a>
      </div>
    </StaffPage>
  );
}
