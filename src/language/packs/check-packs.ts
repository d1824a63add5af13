import type { LocaleFinding } from '../speaking/compare-locales.ts';
import type { LocaleText } from '../speaking/locale-text.ts';
import type { Locale } from '../speaking/locales.ts';
import { byBase } from '../speaking/provenance.ts';
import type { Pack } from './read-packs.ts';

/**
 * What is wrong in packs: words for what no flow says, and sentences, which nobody here could check. That much is
 * missing in a pack is right.
 */
export function checkPacks(packs: readonly Pack[], french: Locale | undefined): LocaleFinding[] {
  const model = byBase(french);
  return packs.flatMap(({ texts }) =>
    Array.from(byBase(texts)).flatMap(([id, text]) => wrong(id, text, model.get(id))),
  );
}

function wrong(id: string, text: LocaleText, french: LocaleText | undefined): LocaleFinding[] {
  const key = id.slice(id.indexOf('/') + 1);
  const finding = (code: LocaleFinding['code'], what: string): LocaleFinding[] => [
    { severity: 'error', code, file: text.file, line: text.line, key, message: `${key} ${what}` },
  ];
  if (french === undefined)
    return finding('text_unknown', 'is not in fr; correct the key, or take it out of the pack');
  if (text.text === '') return [];
  if (!LABEL.test(key))
    return finding('pack_text', 'is no label; a pack has labels and recordings: leave its text out');
  return text.placeholders.join() === french.placeholders.join()
    ? []
    : finding('placeholders_differ', 'names other placeholders than fr; use the same');
}

/** What stands on a button or in a menu. */
const LABEL = /(?:^|\.)choices\.|^(?:languages|commands|yes_no)\.|^(?:multi|rank)\.(?:done|again)$/u;
