import type { VNode } from 'preact';
import { Button, ButtonLink, EmptyState, type StaffLang, Table, useWords } from '../../../web/kit/index.ts';
import type { LetterRow } from '../ports.ts';
import { DELIVERY } from './texts.ts';

/** Dead letters without what they say: when, where, why, how often, and what can be done. */
export function LettersTable({ rows, lang }: { rows: readonly LetterRow[]; lang: StaffLang }): VNode {
  const texts = DELIVERY[lang];
  if (rows.length === 0)
    return (
      <EmptyState title={texts.none}>
        <p>{texts.noneWhat}</p>
      </EmptyState>
    );
  const when = new Intl.DateTimeFormat(lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Africa/Bamako',
  });
  return (
    <>
      <Table
        id="letters"
        caption={texts.letters}
        captionUnseen
        rows={rows}
        columns={[
          { key: 'when', header: texts.when, names: true, cell: ({ at }) => when.format(at) },
          { key: 'kind', header: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
          { key: 'channel', header: texts.channel, cell: ({ channel = '–' }) => channel },
          { key: 'code', header: texts.code, cell: causeOf },
          { key: 'tries', header: texts.tries, numeric: true, cell: ({ tries }) => tries },
          { key: 'ways', header: texts.ways, cell: (row) => <Ways row={row} /> },
        ]}
      />
      <form method="post" action="/staff/delivery/replay">
        <Button look="quiet">{texts.replayAll}</Button>
      </form>
    </>
  );
}

const causeOf = ({ code, what }: LetterRow): VNode => (
  <code class="letters-code">{what === undefined ? code : `${what}: ${code}`}</code>
);

function Ways({ row: { id, asked } }: { row: LetterRow }): VNode {
  const texts = useWords(DELIVERY);
  if (asked) return <>{texts.asked}</>;
  return (
    <div class="letters-ways">
      <form method="post" action={`/staff/delivery/letters/${id}/replay`}>
        <Button look="quiet">{texts.replay}</Button>
      </form>
      <ButtonLink look="quiet" href={`/staff/delivery/letters/${id}`}>
        {texts.drop}
      </ButtonLink>
    </div>
  );
}
