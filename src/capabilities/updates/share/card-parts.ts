import { create } from 'qrcode';
import { CARD_HEIGHT, CARD_WIDTH } from './card-size.ts';
import { FONT_FILES, type Font, readFont } from './font.ts';
import { fitted, LEADING, shortened } from './lines.ts';

const [REGULAR, BOLD] = FONT_FILES.map(readFont) as [Font, Font];

export const INK = '#1d2421';
const SOFT = '#555b56';
const BRAND = '#0c5a4a';
const GOLD = '#e9b84a';
const PAPER = '#fffdf8';

export const LEFT = 64;
/** Where the words end and the code begins. */
const COLUMN = 780;
export const QR = { x: 900, y: 196, size: 236 };

/** The paper, and the band above it with the house's name. */
export const ground = (): string[] => [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" font-family="DejaVu Sans">`,
  `<rect width="100%" height="100%" fill="${PAPER}"/>`,
  `<rect width="100%" height="96" fill="${BRAND}"/><rect y="96" width="100%" height="6" fill="${GOLD}"/>`,
  `<g fill="none" stroke-width="6"><circle cx="88" cy="44" r="22" stroke="#fff"/><circle cx="110" cy="53" r="22" stroke="${GOLD}"/></g>`,
  line({ x: 152, y: 62, size: 40, words: 'Benkan', fill: '#ffffff', bold: true }),
];

const TITLE = { top: 224, height: 254, sizes: [62, 54, 47, 41, 36] };
/** One line, or two smaller ones. */
const FOOT = { foot: 550, width: COLUMN, height: 64, sizes: [30, 26] };

/** What it is, in a frame of its own look. */
export interface Frame {
  fill: string;
  stroke: string;
  words: string;
  radius: number;
  dashes: string;
}

export function badge(said: string, { fill, stroke, words, radius, dashes }: Frame): string[] {
  const told = drawable(BOLD, said);
  const width = Math.round(BOLD.width(told, 32)) + 48;
  return [
    `<rect x="${LEFT}" y="138" width="${width}" height="58" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="4"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>`,
    line({ x: LEFT + 24, y: 178, size: 32, words: told, fill: words, bold: true }),
  ];
}

/** As large as it fits. */
export function title(said: string, struck = false): string[] {
  const { lines, size } = fitted(BOLD, drawable(BOLD, said), { ...TITLE, width: COLUMN });
  return lines.map((words, nth) =>
    line({
      ...sideOf(words),
      ...{ y: TITLE.top + size + nth * size * LEADING, size, words },
      ...{ fill: struck ? SOFT : INK, bold: true, struck },
    }),
  );
}

/** Who says it, and a line below it: when. */
export function foot(who: string, when: string): string[] {
  const { lines, size } = fitted(REGULAR, drawable(REGULAR, who), FOOT);
  return [
    ...lines.toReversed().map((words, above) =>
      line({
        ...sideOf(words),
        ...{ y: FOOT.foot - above * size * LEADING, words, size, fill: INK },
      }),
    ),
    line({
      ...{ x: LEFT, y: 592, size: 26, fill: SOFT },
      words: shortened(REGULAR, drawable(REGULAR, when), COLUMN, 26),
    }),
  ];
}

/** The code that leads to its page, with what it is for. */
export const code = (url: string, words: string): string[] => [
  qrPath(url),
  line({
    ...{ x: QR.x + QR.size / 2, y: QR.y + QR.size + 44, size: 24 },
    ...{ words, fill: SOFT, middle: true },
  }),
];

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

export function line({ x, y, size, words, fill, bold, struck, end, middle }: Line): string {
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
