import { readTable } from './csv.ts';

/** What the glossary's rows mean in French, by the number a spreadsheet gives them. Throws a `Fault` where a column is missing. */
export const readGlossaryFrench = (csv: string): ReadonlyMap<number, string> =>
  new Map(readTable(csv, 'glossary', ['french', 'bambara']).map(({ row, cell }) => [row, cell('french')]));
