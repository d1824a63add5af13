import type { StaffContext } from '../../../web/staff/index.ts';
import type { Entry } from '../life/entry.ts';
import type { FieldSpec, Options } from './fields.ts';
import type { Kind, KindWords } from './kind.ts';
import { APPROVED } from './texts.ts';
import type { ApprovedTexts } from './texts.fr.ts';

/** What every page about entries is made with. */
export interface Page {
  ctx: StaffContext;
  kind: Kind;
  texts: ApprovedTexts;
  words: KindWords;
  options: Options;
  /** Names by account id, of those this page mentions. */
  names: ReadonlyMap<string, string>;
}

export async function pageOf(kind: Kind, ctx: StaffContext, entry?: Entry): Promise<Page> {
  const { lang } = ctx.frame;
  const accounts = [...new Set(entry?.history.map(({ by }) => by) ?? [])];
  const named = await Promise.all(accounts.map(async (id) => [id, await kind.staffName(id)] as const));
  const names = new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
  const options = await kind.optionsFor(ctx);
  return { ctx, kind, texts: APPROVED[lang], words: kind.words[lang], options, names };
}

export const listPath = ({ kind }: Pick<Page, 'kind'>): string => `/staff${kind.path}`;
export const entryPath = (page: Pick<Page, 'kind'>, { id }: Pick<Entry, 'id'>, more = ''): string =>
  `${listPath(page)}/${id}${more}`;

/** `12 nov. 2026, 14:05` in Bamako. */
export const momentWords = ({ ctx }: Page, ms: number): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Africa/Bamako' },
  }).format(ms);

export const titleOf = ({ kind, texts }: Page, { content }: Pick<Entry, 'content'>): string =>
  kind.title(content) || texts.untitled;

export const whoWords = ({ names, texts }: Page, account: string): string =>
  account.startsWith('demo:') ? texts.demoPerson : (names.get(account) ?? texts.someone);

export const labelOf = ({ words }: Page, { name }: Pick<FieldSpec, 'name'>): string =>
  words.fields[name]?.label ?? name;

/** What stands in a field, as a reader says it. */
export function shownIn({ options, texts, ctx }: Page, { name, kind }: FieldSpec, written: string): string {
  if (written === '') return texts.none;
  if (kind === 'choice') return options[name]?.find(({ value }) => value === written)?.label ?? written;
  if (kind !== 'day') return written;
  return new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${written}T00:00:00Z`),
  );
}
