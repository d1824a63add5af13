import type { ProblemCode } from '../problem.ts';
import { zipMembers } from './zip-members.ts';

/** What a sheet says besides its values. */
export interface Inside {
  /** Addresses of cells that compute their value. */
  formulas: ReadonlySet<string>;
  /** Some of its cells were merged. */
  merged: boolean;
}

/** A sheet with a million rows is mostly empty markup; ours have a few hundred. */
const MAX_ROWS = 5000;
/** Entities grow when they are read; no program writes them into a workbook. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu;

/**
 * Looks into a workbook before a library reads it: an archive that unpacks to too much, entities, too many rows.
 * @returns what is wrong with it, or what the library will not tell, by the name of the sheet
 */
export function lookInside(bytes: Buffer): ProblemCode | ReadonlyMap<string, Inside> {
  const members = zipMembers(bytes);
  const workbook = members?.get('xl/workbook.xml')?.toString('utf8');
  if (members === undefined || workbook === undefined) return 'file_unreadable';
  const parts = new Map(Array.from(members, ([name, member]) => [name, member.toString('utf8')]));
  for (const [name, xml] of parts) {
    if (DOCTYPE.test(xml)) return 'file_unreadable';
    if (SHEET.test(name) && rowsIn(xml) > MAX_ROWS) return 'file_too_large';
  }
  const targets = targetsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  return new Map(
    Array.from(workbook.matchAll(/<sheet\b[^>]*>/gu), ([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? '';
      const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? '';
      return [attribute(tag, 'name'), insideOf(xml)];
    }),
  );
}

const insideOf = (xml: string): Inside => ({
  formulas: new Set(Array.from(xml.matchAll(FORMULA), ([, address = '']) => address)),
  merged: xml.includes('<mergeCell '),
});

/** Which file is which sheet: their numbers need not be in the order of the sheets. */
const targetsOf = (rels: string): Map<string, string> =>
  new Map(
    Array.from(rels.matchAll(/<Relationship\b[^>]*>/gu), ([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u;
const FORMULA = /<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f\b/gu;

function rowsIn(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('<row'); at !== -1 && count <= MAX_ROWS; at = xml.indexOf('<row', at + 1))
    count += 1;
  return count;
}
