import type { Lang } from '../../../domain/language.ts';
import type { Change, Part } from './compare.ts';

export const KINDS = [
  /** Ours, word for word, as far as it goes. */
  'authentic',
  /** Ours, with other words in it. */
  'altered',
  'withdrawn',
  /** It was ours; a later version says something else. */
  'superseded',
  /** Nobody who publishes here has published it. That says nothing of whether it is true. */
  'not_ours',
  /** Too few words to tell. */
  'too_short',
  /** A picture like a card of ours. What is written on it a person must compare. */
  'looks_like',
  /** A file that is no picture, or one that cannot be looked at. */
  'unreadable',
  /** Nothing was given to look at. */
  'nothing',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a check says. */
export interface Answer {
  kind: Kind;
  number?: string;
  version?: number;
  lang?: Lang;
  /** How much of ours is there; `number`: nothing but its number was given. */
  part?: Part | 'number';
  /** Of an altered one: ours and theirs. Of a superseded one: what it said, and what the newest version says. */
  changes?: readonly Change[];
  /** Words of whoever sent it on. */
  beside?: readonly string[];
  /** The newest version, where it is another one. */
  newest?: number;
  /** Which of our items this is like, where it is none of them; or whose number it bears. */
  like?: string;
  /** Who publishes here. */
  publishers?: readonly string[];
  /** A picture was asked about. */
  image?: true;
  /** Which of a picture and the words under it was known; `neither`: both were looked at. */
  known?: 'picture' | 'words' | 'neither';
  /** Hamming distance of a picture to the card it looks like; 0 to 64. */
  distance?: number;
}
