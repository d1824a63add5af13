import type { Lang } from '../../../domain/language.ts';
import type { FlowWords } from '../../../store/flow-versions.ts';
import { type Beside, besides } from './sequence.ts';

/** A text that is another now; without `was` it is new, without `is` it is gone. */
export interface WordChange {
  /** Its key in the file of texts. */
  key: string;
  was?: string;
  is?: string;
}

/** The changed texts of each language that has any, in the order of the keys. */
export function changedWords(
  was: FlowWords,
  is: FlowWords,
): { lang: Lang; changes: readonly WordChange[] }[] {
  const langs = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return langs.flatMap((lang) => {
    const changes = changed(was[lang] ?? {}, is[lang] ?? {});
    return changes.length === 0 ? [] : [{ lang, changes }];
  });
}

type Texts = FlowWords[string];

function changed(was: Texts, is: Texts): WordChange[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [was[key], is[key]];
    if (before === after) return [];
    return {
      key,
      ...(before === undefined ? {} : { was: before }),
      ...(after === undefined ? {} : { is: after }),
    };
  });
}

/** Two wordings of one text, word by word. */
export const wordByWord = (was: string, is: string): Beside<string>[] =>
  besides(was.split(PARTS), is.split(PARTS), (part) => part);

/** Between words and what stands between or behind them, so that nothing is lost when they are put together again. */
const PARTS = /(?<=\s)(?=\S)|(?<=\S)(?=[\s,;.!?])/u;
