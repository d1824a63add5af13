import { deviations } from '../speaking/check-terms.ts';
import type { TermChoice } from '../speaking/terms-file.ts';
import { checkCell, checkWords, cleaned } from './check-words.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isError, type Problem, type ProblemCode } from './problem.ts';
import type { Correction, ReviewRow } from './review-row.ts';

/** What becomes of a text. */
export interface Change {
  id: string;
  /** What was said before; empty where it had no words. */
  before: string;
  text: string;
  state: 'reviewed' | 'draft';
  by: string;
  remark: string;
}

export interface Decided {
  changes: Change[];
  /** In the order of the files. A text with an error among them is not changed. */
  problems: Problem[];
  /** Lines that ask for nothing. */
  untouched: number;
}

/** What must be known of the texts now. */
export interface Standing {
  rows: readonly ReviewRow[];
  choices: readonly TermChoice[];
}

/**
 * Decides what corrections change: those that can be taken, and what is wrong with the others. Several files at once: where
 * two reviewers want different words for one text, neither is taken.
 */
export function decide(corrections: readonly Correction[], standing: Standing): Decided {
  const rows = new Map(standing.rows.map((row) => [row.id, row]));
  const asked = corrections.map(tidied).filter(asksForSomething);
  const decided: Decided = { changes: [], problems: [], untouched: corrections.length - asked.length };
  const byText = new Map<string, Correction[]>();
  for (const each of asked) byText.set(each.id, [...(byText.get(each.id) ?? []), each]);
  for (const [id, wanted] of byText) {
    const row = rows.get(id);
    const [first] = wanted;
    if (first === undefined) continue;
    if (row === undefined) {
      decided.problems.push(...wanted.map(({ at }) => ({ code: 'key_unknown' as const, at, id })));
      continue;
    }
    const problems = [
      ...quarrels(wanted),
      ...wanted.flatMap((each) => problemsOf(each, row, standing.choices)),
    ];
    decided.problems.push(...problems);
    if (problems.some(isError)) continue;
    const change = changeOf(first, row);
    if (isNew(change, row)) decided.changes.push(change);
    else decided.untouched += 1;
  }
  return decided;
}

const tidied = (correction: Correction): Correction => ({
  ...correction,
  text: cleaned(correction.text),
  remark: cleaned(correction.remark),
  by: cleaned(correction.by).replace(/\s+/gu, ' '),
});

const asksForSomething = ({ text, verdict, remark }: Correction): boolean =>
  text !== '' || verdict !== 'none' || remark !== '';

/** Two lines that want different things of one text; the same twice is once. */
function quarrels([first, ...others]: readonly Correction[]): Problem[] {
  if (first === undefined) return [];
  return others
    .filter((other) => other.text !== first.text || other.verdict !== first.verdict)
    .map((other) => ({
      code: 'two_differ' as const,
      at: other.at,
      id: other.id,
      given: wish(other),
      expected: `${first.at}: ${wish(first)}`,
    }));
}

const wish = ({ text, verdict, by }: Correction): string =>
  [text === '' ? '–' : `« ${text} »`, verdict, by].filter(Boolean).join(', ');

function problemsOf(given: Correction, row: ReviewRow, choices: readonly TermChoice[]): Problem[] {
  const { at, id, text, verdict, seen } = given;
  const problem = (code: ProblemCode, more: Partial<Problem> = {}): Problem => ({ code, at, id, ...more });
  const problems: Problem[] = [];
  if (seen.french !== fingerprintOf(row.french))
    problems.push(problem('french_changed', { given: given.french, expected: row.french }));
  else if (given.french !== '' && cleaned(given.french) !== cleaned(row.french))
    problems.push(problem('french_edited', { given: given.french, expected: row.french }));
  if (seen.text !== fingerprintOf(row.text) && text !== cleaned(row.text))
    problems.push(problem('text_changed', { given: text, expected: row.text }));
  if (given.by === '' && (text !== '' || verdict === 'yes')) problems.push(problem('reviewer_missing'));
  if (text !== '' && verdict === 'none') problems.push(problem('verdict_missing'));
  if (text !== '')
    problems.push(
      ...checkWords(text, row).map((found) => ({ at, id, ...found })),
      ...deviations(text, choices).map(({ other, choose }) =>
        problem('term_deviates', { given: other, expected: choose }),
      ),
    );
  // Both go into a list that spreadsheets open.
  for (const written of [given.remark, given.by])
    problems.push(...checkCell(written).map((found) => ({ at, id, ...found })));
  return problems;
}

const changeOf = ({ id, text, verdict, by, remark }: Correction, row: ReviewRow): Change => ({
  ...{ id, before: row.text, text: text === '' ? row.text : text, by, remark },
  state: verdict === 'yes' ? 'reviewed' : 'draft',
});

/** The same words with the same verdict by the same person are nothing new; a text without words cannot be approved. */
function isNew({ text, state, by, remark }: Change, row: ReviewRow): boolean {
  if (text === '') return remark !== '';
  if (text !== row.text || remark !== '') return true;
  return state === 'reviewed' ? row.reviewed?.by !== by : row.state === 'reviewed';
}
