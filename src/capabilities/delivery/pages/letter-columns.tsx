import type { VNode } from 'preact';
import {
  Button,
  ButtonLink,
  type ListColumn,
  type ListFilter,
  type StaffLang,
  useWords,
} from '../../../web/kit/index.ts';
import type { LetterRow } from '../ports.ts';
import { DELIVERY } from './texts.ts';

/** Dead letters without what they say: when, where, why, how often, and what can be done. */
export function letterColumns(lang: StaffLang): ListColumn<LetterRow>[] {
  const texts = DELIVERY[lang];
  const when = new Intl.DateTimeFormat(lang, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Africa/Bamako' },
  });
  return [
    {
      ...{ key: 'when', header: texts.when, names: true },
      cell: ({ at }) => when.format(at),
      text: ({ at }) => when.format(at),
      sortBy: ({ at }) => at,
    },
    {
      ...{ key: 'kind', header: texts.kind },
      cell: ({ kind }) => texts.kinds[kind],
      text: ({ kind }) => texts.kinds[kind],
      sortBy: ({ kind }) => texts.kinds[kind],
    },
    {
      ...{ key: 'channel', header: texts.channel },
      cell: ({ channel = '–' }) => channel,
      text: ({ channel = '–' }) => channel,
      sortBy: ({ channel = '' }) => channel,
    },
    {
      ...{ key: 'code', header: texts.code },
      cell: (row) => <code class="letters-code">{causeOf(row)}</code>,
      text: causeOf,
      sortBy: causeOf,
    },
    {
      ...{ key: 'tries', header: texts.tries, numeric: true },
      cell: ({ tries }) => tries,
      text: ({ tries }) => String(tries),
      sortBy: ({ tries }) => tries,
    },
    { ...{ key: 'ways', header: texts.ways }, cell: (row) => <Ways row={row} /> },
  ];
}

/** By what it is and by the way it came: what stands in the list. */
export function letterFilters(rows: readonly LetterRow[], lang: StaffLang): ListFilter<LetterRow>[] {
  const texts = DELIVERY[lang];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const channels = [...new Set(rows.flatMap(({ channel }) => channel ?? []))].sort();
  return [
    {
      ...{ key: 'kind', label: texts.kind },
      options: kinds.map((value) => ({ value, label: texts.kinds[value] })),
      fits: ({ kind }, value) => kind === value,
    },
    {
      ...{ key: 'channel', label: texts.channel },
      options: channels.map((value) => ({ value, label: value })),
      fits: ({ channel }, value) => channel === value,
    },
  ];
}

const causeOf = ({ code, what }: LetterRow): string => (what === undefined ? code : `${what}: ${code}`);

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
