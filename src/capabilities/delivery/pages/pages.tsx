import type { VNode } from 'preact';
import { Button, StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LetterRow, Standing } from '../ports.ts';
import { LettersTable } from './letters-table.tsx';
import { deliveryStyles } from './styles.ts';
import { DELIVERY_FR } from './texts.fr.ts';

interface DeliveryPageProps {
  ctx: StaffContext;
  rows: readonly LetterRow[];
  standing: Standing;
}

/** What could not be handled, and what this month costs. */
export function DeliveryPage({ ctx, rows, standing }: DeliveryPageProps): VNode {
  const texts = DELIVERY_FR;
  const { lang } = ctx.frame;
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

function meteredWords({ count, most }: Standing, lang: string): string {
  const number = new Intl.NumberFormat(lang);
  return most === undefined
    ? DELIVERY_FR.meteredCount(number.format(count))
    : DELIVERY_FR.meteredOf(number.format(count), number.format(most));
}

/** Asks once more before a letter is gone for good. */
export function DropPage({ ctx, row }: { ctx: StaffContext; row: LetterRow }): VNode {
  const texts = DELIVERY_FR;
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
