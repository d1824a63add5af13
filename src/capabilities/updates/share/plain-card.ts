import { badge, code, foot, type Frame, ground, title } from './card-parts.ts';

/** What the card of a page says that is no item. */
export interface PlainCard {
  /** What it is: "Résultats". */
  badge: string;
  title: string;
  /** How many people, or who says it; and when. */
  who: string;
  when: string;
  /** The page, whole; the code on the card leads to it. */
  url: string;
  /** What the code is for. */
  link: string;
}

/** Not the look of any item: nobody is to take it for a publication with a number. */
const FRAME: Frame = { fill: '#1d2421', stroke: '#1d2421', words: '#ffffff', radius: 8, dashes: '' };

/** The card as SVG, the same bytes for the same words. */
export const plainCardSvg = ({ badge: what, title: said, who, when, url, link }: PlainCard): string =>
  [...ground(), ...badge(what, FRAME), ...title(said), ...foot(who, when), ...code(url, link), '</svg>'].join(
    '',
  );
