import type { Change, Decided, Problem, ProblemCode } from '../language/reviewing/index.ts';

interface Told {
  /** Lines that are right and were not taken, for others are wrong. */
  left: number;
  dryRun: boolean;
  files: readonly string[];
}

/** What became of the files of reviewers, line by line, for whoever brought them. */
export function reportOf({ changes, problems, untouched }: Decided, { left, dryRun, files }: Told): string {
  const reviewed = changes.filter(({ state }) => state === 'reviewed').length;
  const lines = [
    ...problems.map(
      (problem) => `${problem.at}  ${problem.id === '' ? '' : `${problem.id}  `}${inWords(problem)}`,
    ),
    ...changes.flatMap(changeLines),
    `${dryRun ? 'would take' : 'took'} ${changes.length} texts: ${reviewed} reviewed, ${changes.length - reviewed} drafts; ${untouched} lines ask for nothing`,
    ...(left === 0 ? [] : [`${left} lines are right and wait for the others; --partial takes them alone`]),
    ...(files.length === 0 ? [] : [`${dryRun ? 'would write' : 'wrote'} ${files.join(', ')}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function changeLines({ id, before, text, state, by, remark }: Change): string[] {
  const head = `${id}  ${state === 'reviewed' ? 'reviewed' : 'draft'}${by === '' ? '' : ` by ${by}`}`;
  return [
    head,
    ...(text === before ? [] : [`  - ${shown(before)}`, `  + ${shown(text)}`]),
    ...(remark === '' ? [] : [`  ? ${shown(remark)}`]),
  ];
}

const shown = (words: string): string => words.replaceAll('\n', ' ⏎ ');

const inWords = (problem: Problem): string => WORDS[problem.code](problem);

const WORDS: Readonly<Record<ProblemCode, (problem: Problem) => string>> = {
  file_too_large: () => 'is larger than a file of texts can be; is it the right one?',
  file_unreadable: ({ given }) =>
    `is neither a workbook (.xlsx) nor a PO file, or is damaged${given === undefined ? '' : ` (${given})`}; save it as .xlsx again`,
  not_utf8: ({ given }) => `is not UTF-8${given === undefined ? '' : ` but ${given}`}; save it as UTF-8`,
  no_sheet: ({ given }) => `has no sheet "${given ?? ''}"; is it a file that Benkan exported?`,
  no_column: ({ given }) =>
    `has no column "${given ?? ''}"; put it back, or copy the lines into a fresh export`,
  column_twice: ({ given }) => `has the column "${given ?? ''}" twice; take one away`,
  cells_merged: () => 'has merged cells; split them again, each line is one text',
  key_missing: () => 'something is written, but the key is gone; copy it from the export',
  key_unknown: () => 'there is no such text (any more); look for where its words went',
  two_differ: ({ given, expected }) =>
    `is asked for twice and differently: ${shown(given ?? '')}, and ${shown(expected ?? '')}; decide which one`,
  fingerprint_missing: () => 'the fingerprint is gone or changed; copy it from the export',
  french_changed: ({ given, expected }) =>
    `the French has changed since; it was "${shown(given ?? '')}", it is "${shown(expected ?? '')}"`,
  text_changed: ({ given, expected }) =>
    `the text has changed since; now it is "${shown(expected ?? '')}"${given === '' ? '' : `, the file says "${shown(given ?? '')}"`}`,
  not_text: ({ given }) =>
    `"${given ?? ''}" is a date or a number by now; format the cell as text and type it again`,
  formula: ({ given }) => `begins like a formula (${given ?? ''}); type it as text`,
  invisible: ({ given }) => `holds a character nobody sees (${given ?? ''}); type it again`,
  look_alike: ({ given }) => `"${given ?? ''}" only looks like a letter of the alphabet; type ɛ ɔ ɲ ŋ or s`,
  tone: ({ given }) => `"${given ?? ''}" carries a tone; tones are not written`,
  placeholder_broken: ({ given }) =>
    `braces are not closed; what stands between them stays as it is: ${given ?? ''}`,
  placeholder_missing: ({ given }) => `${given ?? ''} is missing; put it where it belongs`,
  placeholder_added: ({ given, expected }) =>
    `${given ?? ''} is not in the French${expected === '' ? '' : `, which has ${expected ?? ''}`}`,
  too_long: ({ given, expected }) => `has ${given ?? ''} characters, a button shows ${expected ?? ''}`,
  empty: () => 'has no words',
  verdict_unclear: ({ given }) => `"${given ?? ''}" is neither oui nor non`,
  reviewer_missing: () => 'nobody says who reviewed it; write a name, or give --reviewer',
  verdict_missing: () => 'is corrected but neither approved nor refused; taken as a draft',
  french_edited: () => 'the French was written over; it is not changed from here',
  term_deviates: ({ given, expected }) => `says "${given ?? ''}"; terms.yaml chose "${expected ?? ''}"`,
  accent: ({ given }) => `"${given ?? ''}" is French, or a tone; tones are not written`,
};
