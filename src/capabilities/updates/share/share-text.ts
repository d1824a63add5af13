import { dayWords, inLang, plainly, type PublicLang } from '../../../web/public/index.ts';
import { FAMILY, SIGN } from '../model/tiers.ts';
import { spokenIn, tierOf } from '../public/public-item.ts';
import { NEWS } from '../public/words.ts';
import type { Carded } from './card-svg.ts';

/**
 * A text to paste into WhatsApp or Facebook: how it is founded first, the words as they were published, and the number,
 * by which whoever gets it forwarded can ask whether it is ours.
 */
export function shareText(statement: Carded, lang: PublicLang, publicUrl: string): string {
  const words = NEWS[lang];
  const tier = tierOf(statement);
  const { text } = spokenIn(statement.content, lang);
  const verify = `${publicUrl}${inLang(`/verify/${statement.number}`, lang)}`;
  const said =
    statement.kind === 'withdrawn'
      ? [plainly(words.withdrawn.when(dayWords(lang, statement.at)))]
      : [text.first, text.second];
  return [
    `${SIGN[FAMILY[tier]]} ${plainly(words.tiers[tier])} · ${statement.publisher.name}`,
    `*${text.title}*`,
    ...said.filter((paragraph) => paragraph !== ''),
    `${statement.number} · ${dayWords(lang, statement.content.date)}\n${plainly(words.verify.link)} : ${verify}`,
  ].join('\n\n');
}
