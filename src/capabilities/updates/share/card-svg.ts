import { dayWords, plainly, type PublicLang } from '../../../web/public/index.ts';
import type { Statement } from '../log/ports.ts';
import { FAMILY, SIGN } from '../model/tiers.ts';
import { spokenIn, tierOf } from '../public/public-item.ts';
import { NEWS } from '../public/words.ts';
import { badge, code, foot, ground, INK, LEFT, line, QR, title } from './card-parts.ts';
import { CARD_WIDTH } from './card-size.ts';

/** What a card says of a statement. */
export type Carded = Pick<Statement, 'kind' | 'number' | 'version' | 'at' | 'publisher' | 'content'>;

/** One look a family, as on the pages: official and independent are never alike, in grey neither (U3). */
const FRAMES = {
  official: { fill: '#0b6b57', stroke: '#0b6b57', words: '#ffffff', radius: 8, dashes: '' },
  independent: { fill: 'none', stroke: '#0b6b57', words: '#0b6b57', radius: 30, dashes: '' },
  open: { fill: 'none', stroke: '#7a4a00', words: '#7a4a00', radius: 30, dashes: '14 9' },
  ended: { fill: '#a02c22', stroke: '#a02c22', words: '#ffffff', radius: 0, dashes: '' },
} as const;

/** The card as SVG: the same bytes for the same statement, on every machine. */
export function cardSvg(statement: Carded, lang: PublicLang, verifyUrl: string): string {
  const { kind, number, version, at, publisher, content } = statement;
  const words = NEWS[lang];
  const tier = tierOf(statement);
  const again = version === 1 ? '' : ` · ${plainly(words.tiers.corrected)} (${version})`;
  return [
    ...ground(),
    line({ x: CARD_WIDTH - LEFT, y: 61, size: 36, words: number, fill: '#ffffff', bold: true, end: true }),
    ...badge(`${SIGN[FAMILY[tier]]} ${plainly(words.tiers[tier])}`, FRAMES[FAMILY[tier]]),
    ...title(spokenIn(content, lang).text.title, kind === 'withdrawn'),
    ...foot(publisher.name, dayWords(lang, at) + again),
    ...code(verifyUrl, plainly(words.verify.link)),
    line({
      ...{ x: QR.x + QR.size / 2, y: QR.y + QR.size + 80, size: 24 },
      ...{ words: number, fill: INK, bold: true, middle: true },
    }),
    '</svg>',
  ].join('');
}
