import gettext from 'gettext-parser';
import type { Problem } from '../problem.ts';
import { cleaned } from '../check-words.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { readPrint, type Seen } from '../print.ts';
import type { Correction } from '../review-row.ts';
import { type ReadBack, refusedFile } from './read-back.ts';
import { PRINT_MARK } from './write-po.ts';

type Catalogue = ReturnType<typeof gettext.po.parse>;
type Entry = Catalogue['translations'][string][string];

/**
 * Reads a PO file that came back. An entry as it left asks for nothing: its words and its mark `fuzzy` are those of the export.
 * @param name of the file, for whoever must find a line again
 */
export function readPo(bytes: Buffer, name: string): ReadBack {
  const text = utf8(bytes);
  if (text === undefined) return refusedFile('not_utf8', name);
  const catalogue = parsed(text);
  if (typeof catalogue === 'string') return refusedFile('file_unreadable', name, catalogue);
  const charset = /charset=([\w-]+)/iu.exec(catalogue.headers['Content-Type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/iu.test(charset)) return refusedFile('not_utf8', name, charset);
  const by = (catalogue.headers['Last-Translator'] ?? '').replace(/<[^>]*>/gu, '').trim();
  const corrections: Correction[] = [];
  const problems: Problem[] = [];
  for (const [id, entries] of Object.entries(catalogue.translations)) {
    const entry = Object.values(entries)[0];
    if (id === '' || entry === undefined) continue;
    const at = `${name}:${lineOf(text, id)}`;
    const print = readPrint(marked(entry));
    if (print === undefined) problems.push({ code: 'fingerprint_missing', at, id });
    else corrections.push(correctionOf(entry, { id, at, by, seen: print }));
  }
  return { corrections, problems };
}

function correctionOf(
  { msgid, msgstr, comments }: Entry,
  { seen, ...known }: Pick<Correction, 'id' | 'at' | 'by'> & { seen: Seen },
): Correction {
  const fuzzy = (comments?.flag ?? '').split(/[\s,]+/u).includes('fuzzy');
  const words = cleaned(msgstr[0] ?? '');
  const same = words === '' || fingerprintOf(words) === seen.text;
  const { french, text } = seen;
  return {
    ...{ ...known, seen: { french, text }, french: msgid, text: same ? '' : words },
    verdict: words === '' ? 'none' : verdictOf({ fuzzy, same, reviewed: seen.reviewed }),
    remark: comments?.translator ?? '',
  };
}

/** Taking the mark off approves; leaving it on new words, or putting it on reviewed ones, does not. */
function verdictOf({ fuzzy, same, reviewed }: Record<'fuzzy' | 'same' | 'reviewed', boolean>) {
  if (fuzzy) return same && !reviewed ? 'none' : 'no';
  return same && reviewed ? 'none' : 'yes';
}

/** The fingerprints among the comments that are not the translator's. */
function marked({ comments }: Entry): string {
  const lines = (comments?.extracted ?? '').split('\n');
  const line = lines.findLast((one) => one.startsWith(PRINT_MARK));
  return line?.slice(PRINT_MARK.length) ?? '';
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The catalogue, or what is wrong with it. */
function parsed(text: string): Catalogue | string {
  try {
    return gettext.po.parse(text, { validation: true });
  } catch (cause) {
    return cause instanceof Error ? cause.message.slice(0, 100) : '';
  }
}

function lineOf(text: string, id: string): number {
  const at = text.indexOf(`msgctxt "${id}"`);
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}
