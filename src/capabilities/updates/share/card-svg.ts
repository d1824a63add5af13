import { create } from 'qrcode';
import { dayWords, plainly, type PublicLang } from '../../../web/public/index.ts';
import { FAMILY, SIGN } from '../model/tiers.ts';
import { spokenIn, tierOf } from '../public/public-item.ts';
import { NEWS } from '../public/words.ts';
import type { Statement } from '../log/ports.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './card-size.ts';
import { FONT_FILES, type Font, readFont } from './font.ts';
import { fitted, LEADING, shortened } from './lines.ts';

/** What a card says of a statement. */
export type Carded = Pick<Statement, 'kind' | 'number' | 'version' | 'at' | 'publisher' | 'content'>;

const [REGULAR, BOLD] = FONT_FILES.map(readFont) as [Font, Font];

const INK = '#1d2421';
const SOFT = '#555b56';
const BRAND = '#0c5a4a';
const GOLD = '#e9b84a';
const PAPER = '#fffdf8';
/** One look a family, as on the pages: official and independent are never alike, in grey neither (U3). */
const FRAMES = {
  official: { fill: '#0b6b57', stroke: '#0b6b57', words: '#ffffff', radius: 8, dashes: '' },
  independent: { fill: 'none', stroke: '#0b6b57', words: '#0b6b57', radius: 30, dashes: '' },
  open: { fill: 'none', stroke: '#7a4a00', words: '#7a4a00', radius: 30, dashes: '14 9' },
  ended: { fill: '#a02c22', stroke: '#a02c22', words: '#ffffff', radius: 0, dashes: '' },
} as const;

const LEFT = 64;
/** Where the words end and the code begins. */
const COLUMN = 780;
const QR = { x: 900, y: 196, size: 236 };
/** One line, or two smaller ones. */
const PUBLISHER = { foot: 550, width: COLUMN, height: 64, sizes: [30, 26] };
const TITLE = { top: 224, height: 254, sizes: [62, 54, 47, 41, 36] };

/** The card as SVG: the same bytes for the same statement, on every machine. */
export function cardSvg(statement: Carded, lang: PublicLang, verifyUrl: string): string {
  const words = NEWS[lang];
  const tier = tierOf(statement);
  const { text } = spokenIn(statement.content, lang);
  const withdrawn = statement.kind === 'withdrawn';
  const title = fitted(BOLD, drawable(BOLD, text.title), { ...TITLE, width: COLUMN });
  const publisher = fitted(REGULAR, drawable(REGULAR, statement.publisher.name), PUBLISHER);
  const frame = FRAMES[FAMILY[tier]];
  const badge = drawable(BOLD, `${SIGN[FAMILY[tier]]} ${plainly(words.tiers[tier])}`);
  const version =
    statement.version === 1 ? '' : ` · ${plainly(words.tiers.corrected)} (${statement.version})`;
  const badgeWidth = Math.round(BOLD.width(badge, 32)) + 48;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" font-family="DejaVu Sans">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<rect width="100%" height="96" fill="${BRAND}"/><rect y="96" width="100%" height="6" fill="${GOLD}"/>`,
    `<g fill="none" stroke-width="6"><circle cx="88" cy="44" r="22" stroke="#fff"/><circle cx="110" cy="53" r="22" stroke="${GOLD}"/></g>`,
    line({ x: 152, y: 62, size: 40, words: 'Benkan', fill: '#ffffff', bold: true }),
    line({
      x: CARD_WIDTH - LEFT,
      y: 61,
      size: 36,
      words: statement.number,
      fill: '#ffffff',
      bold: true,
      end: true,
    }),
    `<rect x="${LEFT}" y="138" width="${badgeWidth}" height="58" rx="${frame.radius}" fill="${frame.fill}" stroke="${frame.stroke}" stroke-width="4"${frame.dashes === '' ? '' : ` stroke-dasharray="${frame.dashes}"`}/>`,
    line({ x: LEFT + 24, y: 178, size: 32, words: badge, fill: frame.words, bold: true }),
    ...title.lines.map((words, nth) =>
      line({
        ...sideOf(words),
        ...{ y: TITLE.top + title.size + nth * title.size * LEADING, size: title.size, words },
        ...{ fill: withdrawn ? SOFT : INK, bold: true, struck: withdrawn },
      }),
    ),
    ...publisher.lines.toReversed().map((words, above) =>
      line({
        ...sideOf(words),
        ...{ y: PUBLISHER.foot - above * publisher.size * LEADING, words },
        size: publisher.size,
        fill: INK,
      }),
    ),
    line({
      ...{ x: LEFT, y: 592, size: 26, fill: SOFT },
      words: shortened(REGULAR, drawable(REGULAR, dayWords(lang, statement.at) + version), COLUMN, 26),
    }),
    qrPath(verifyUrl),
    line({
      x: QR.x + QR.size / 2,
      y: QR.y + QR.size + 44,
      size: 24,
      words: plainly(words.verify.link),
      fill: SOFT,
      middle: true,
    }),
    line({
      x: QR.x + QR.size / 2,
      y: QR.y + QR.size + 80,
      size: 24,
      words: statement.number,
      fill: INK,
      bold: true,
      middle: true,
    }),
    '</svg>',
  ].join('');
}

interface Line {
  x: number;
  y: number;
  size: number;
  words: string;
  fill: string;
  bold?: boolean;
  struck?: boolean;
  end?: boolean;
  middle?: boolean;
}

function line({ x, y, size, words, fill, bold, struck, end, middle }: Line): string {
  const anchor = end === true ? ' text-anchor="end"' : middle === true ? ' text-anchor="middle"' : '';
  const weight = bold === true ? ' font-weight="700"' : '';
  const through = struck === true ? ' text-decoration="line-through"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${weight}${anchor}${through}>${escaped(words)}</text>`;
}

/** N'Ko and Arabic begin at the right. */
const sideOf = (words: string): Pick<Line, 'x' | 'end'> =>
  /^[^\p{L}]*[\u0590-\u08FF]/u.test(words) ? { x: LEFT + COLUMN, end: true } : { x: LEFT };

/** Level M survives a crumpled print; four modules of quiet are the paper around it. */
function qrPath(url: string): string {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const scale = QR.size / modules.size;
  const dark = Array.from(modules.data, (on, nth) =>
    on === 0 ? '' : `M${nth % modules.size} ${Math.floor(nth / modules.size)}h1v1h-1z`,
  ).join('');
  return `<path transform="translate(${QR.x} ${QR.y}) scale(${scale})" fill="#000" d="${dark}" shape-rendering="crispEdges"/>`;
}

/** Letters the font cannot draw are left out: a box in their place says nothing. */
const drawable = (font: Font, words: string): string =>
  Array.from(words)
    .filter((letter) => font.has(letter))
    .join('')
    .replace(/ {2,}/gu, ' ')
    .trim();

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

const round = (value: number): string => String(Math.round(value * 10) / 10);
