import { dayWords, plainly, PUBLIC_LANGS, type PublicLang } from '../../../web/public/index.ts';
import type { Statement } from '../log/ports.ts';
import { CAUSES } from '../model/causes.ts';
import type { UpdateText } from '../model/content.ts';
import { NO_TEXT } from '../model/content.ts';
import { isWhole } from '../model/missing.ts';
import { FAMILY, SIGN } from '../model/tiers.ts';
import { type PublicItem, tierOf } from '../public/public-item.ts';
import { NEWS } from '../public/words.ts';
import { shortenedTo } from './shortened.ts';

/** Names of publishers have no limit of their own. */
const MOST_OF_A_NAME = 120;
const BETWEEN = '\n\n———\n\n';

/**
 * What is posted of an item, in every language it has: how it is founded and by whom, what became of it, the words, its
 * number and a link into the talk. What is too long is shortened in its paragraphs alone.
 * @param link leads to the item in a talk
 * @param longest in UTF-16 units
 */
export function postText(item: PublicItem, link: string, longest: number): string {
  const shown = item.withdrawn ?? item.now;
  const own = PUBLIC_LANGS.filter((lang) => isWhole(shown.content, lang));
  const langs = own.length > 0 ? own : PUBLIC_LANGS.slice(0, 1);
  const parts = langs.map((lang) => partIn(shown, lang));
  const foot = `${item.number} · ${dayWords(langs[0] ?? 'fr', shown.content.date)}\n${link}`;
  const whole = (most: number): string =>
    [parts.map(({ head, body }) => joined([head, shortenedTo(body, most)])).join(BETWEEN), foot].join('\n\n');
  const long = whole(Number.MAX_SAFE_INTEGER);
  if (long.length <= longest) return long;
  // All but the paragraphs is bounded and far shorter; what is left is shared out evenly.
  return whole(Math.max(0, Math.floor((longest - whole(0).length) / parts.length) - 2));
}

/** What holds of an item in one language: what is never shortened, and what may be. */
function partIn(shown: Statement, lang: PublicLang): { head: string; body: string } {
  const words = NEWS[lang];
  const tier = tierOf(shown);
  const text = shown.content.texts[lang] ?? NO_TEXT;
  const founded = `${SIGN[FAMILY[tier]]} ${plainly(words.tiers[tier])} · ${shortenedTo(shown.publisher.name, MOST_OF_A_NAME)}`;
  if (shown.kind === 'withdrawn')
    return { head: joined([founded, text.title, withdrawnWords(shown, lang)]), body: '' };
  return {
    head: joined([founded, correctedWords(shown, lang, text), text.title]),
    body: joined([text.first, text.second]),
  };
}

function withdrawnWords({ reason, at }: Statement, lang: PublicLang): string {
  const { causes, when } = NEWS[lang].withdrawn;
  const cause = CAUSES.find((one) => one === reason);
  return [...(cause === undefined ? [] : [plainly(causes[cause])]), plainly(when(dayWords(lang, at)))].join(
    ' ',
  );
}

function correctedWords(
  { version, reason: said }: Statement,
  lang: PublicLang,
  { reason }: UpdateText,
): string {
  if (version === 1) return '';
  const mark = `${plainly(NEWS[lang].tiers.corrected)} (${String(version)})`;
  const why = reason ?? said ?? '';
  return why === '' ? mark : `${mark} : ${why}`;
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
