import { type Column, FileRefused } from './contact.ts';

/** What people write over each column, folded. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  phone: ['telephone', 'tel', 'numero', 'phone', 'phone number', 'mobile'],
  lang: ['langue', 'language', 'lang'],
  place: ['lieu', 'region', 'cercle', 'region ou cercle', 'place'],
  labels: ['etiquettes', 'labels', 'groupes', 'groups', 'tags'],
  date: ['date', 'date accord', 'date de l accord', 'opt-in date', 'optin date', 'date opt-in'],
  source: ['source', 'source accord', 'source de l accord', 'opt-in source', 'origine'],
  wording: ['texte', 'texte accord', 'texte de l accord', 'wording', 'opt-in wording', 'formule'],
};

/** Without these nobody can be written to, or nobody knows that they may. */
const NEEDED: readonly Column[] = ['phone', 'date', 'source', 'wording'];

/**
 * Where each column stands; others are not read, a name among them.
 * @throws FileRefused `column_missing`, `column_twice`
 */
export function columnsOf(heads: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const standing = heads.flatMap((head, index) => (names.includes(folded(head)) ? [index] : []));
    if (standing.length > 1) throw new FileRefused('column_twice', names[0]);
    if (standing[0] !== undefined) found.set(column, standing[0]);
    else if (NEEDED.includes(column)) throw new FileRefused('column_missing', names[0]);
  }
  return found;
}

const folded = (head: string): string =>
  head
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\s_’']+/gu, ' ')
    .trim()
    .toLowerCase();
