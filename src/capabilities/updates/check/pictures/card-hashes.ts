import type { Statement } from '../../log/ports.ts';
import { distance, type Hashes } from './hashes.ts';

/** The hashes of one card, or of the picture of one item. */
export interface CardHash extends Hashes {
  number: string;
  kind: 'card' | 'picture';
}

export interface CardHashes {
  all(): Promise<readonly CardHash[]>;
}

/** Of 64 bits; measured in docs/decisions/the-check.md. */
const TITLE_BITS = 10;
/** All cards are alike as a whole: this tells a card from a picture, not one card from another. */
const CARD_BITS = 22;
/** A photograph has nothing that all have. */
const PICTURE_BITS = 8;

/** The one of ours that a picture, or a part of it, looks like most; `undefined` where it looks like none. */
export function nearest(
  known: readonly CardHash[],
  parts: readonly Hashes[],
): { number: string; distance: number } | undefined {
  let best: { number: string; distance: number } | undefined;
  for (const part of parts)
    for (const { number, kind, whole, title } of known) {
      const all = distance(part.whole, whole);
      if (kind === 'picture' ? all > PICTURE_BITS : all > CARD_BITS) continue;
      const found = kind === 'picture' ? all : distance(part.title, title);
      if (found <= TITLE_BITS && found < (best?.distance ?? Infinity)) best = { number, distance: found };
    }
  return best;
}

/** Under which a version's card in a language is kept. */
export const cardId = ({ number, version }: Pick<Statement, 'number' | 'version'>, what: string): string =>
  `${number}/${String(version)}/${what}`;
