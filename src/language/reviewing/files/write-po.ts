import gettext from 'gettext-parser';
import { printOf } from '../print.ts';
import type { ReviewRow } from '../review-row.ts';
import { SHEET_FR } from '../sheet-words.fr.ts';
import type { FileNotes } from './file-notes.ts';

/** What a line of Benkan's own in a PO file begins with; tools keep such comments as they are. */
export const PRINT_MARK = 'benkan:';

/**
 * The texts as a PO file: `msgctxt` is the key, `msgid` the French. A text nobody has reviewed is marked `fuzzy`: taking
 * the mark off approves it. A remark is a comment of the translator, the name stands in `Last-Translator`.
 */
export function writePo(rows: readonly ReviewRow[], { lang, day }: FileNotes): Buffer {
  const translations: Parameters<typeof gettext.po.compile>[0]['translations'] = {
    '': { '': { msgid: '', msgstr: [''], comments: { translator: SHEET_FR.poGuide(lang, day).join('\n') } } },
  };
  for (const row of rows)
    translations[row.id] = {
      [row.french]: {
        msgctxt: row.id,
        msgid: row.french,
        msgstr: [row.text],
        comments: {
          extracted: commentOf(row),
          reference: referenceOf(row),
          ...(row.state !== 'reviewed' && { flag: 'fuzzy' }),
        },
      },
    };
  return gettext.po.compile(
    {
      charset: 'utf-8',
      headers: {
        'Project-Id-Version': 'Benkan',
        'PO-Revision-Date': day,
        'Last-Translator': '',
        Language: lang,
        'MIME-Version': '1.0',
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Transfer-Encoding': '8bit',
        'Plural-Forms': 'nplurals=1; plural=0;',
      },
      translations,
    },
    { foldLength: 100 },
  );
}

/** Plural forms are texts of their own here: a language has the forms its keys name. */
function commentOf(row: ReviewRow): string {
  const { columns, characters } = SHEET_FR;
  return [
    `${columns.where} : ${row.where}`,
    row.state === 'kept' ? SHEET_FR.states.kept : '',
    row.max === undefined ? '' : `${columns.max} : ${characters(row.max)}`,
    row.placeholders.length === 0 ? '' : `${columns.placeholders} : ${row.placeholders.join(' ')}`,
    ...row.doubts.map((doubt) => `${columns.doubts} : ${doubt}`),
    ...row.terms,
    `${PRINT_MARK} ${printOf(row)}`,
  ]
    .filter((line) => line !== '')
    .map((line) => line.replace(/\s*\n\s*/gu, ' '))
    .join('\n');
}

const referenceOf = ({ flow, key }: ReviewRow): string =>
  flow === 'bot' ? `bot.yaml:${key}` : `flows/${flow}.yaml:${key}`;
