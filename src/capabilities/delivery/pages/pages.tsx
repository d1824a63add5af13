import type { VNode } from 'preact';
import { Button, type Found, StaffPage, type StaffLang } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LetterRow, Standing } from '../ports.ts';
import { LettersTable } from './letters-table.tsx';
import { deliveryStyles } from './styles.ts';
import { DELIVERY } from './texts.ts';

interface DeliveryPageProps {
  ctx: StaffContext;
  rows: readonly LetterRow[];
  /** What of them the address asks for. */
  found: Found<LetterRow>;
  standing: Standing;
}

/** What could not be handled, and what this month costs. */
export function DeliveryPage({ ctx, rows, found, standing }: DeliveryPageProps): VNode {
  const { lang } = ctx.frame;
  const texts = DELIVERY[lang];
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={deliveryStyles}>
      <section>
        <h2>{texts.letters}</h2>
        <LettersTable ctx={ctx} rows={rows} found={found} />
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
