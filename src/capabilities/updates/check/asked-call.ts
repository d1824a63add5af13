import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { LastAsked } from './last-asked.ts';

/** What a flow can pass on of a message: its words in pieces, for a parameter holds 500 letters. */
export const PASSED_ON = ['sujet', 'un', 'deux', 'trois', 'quatre', 'photo'] as const;

/** The message looked at last in this talk; all is null where it is gone. `oublier`: it is not wanted any more. */
export const askedCall = (asked: LastAsked): CallKind => ({
  name: 'updates.asked',
  kind: 'reads',
  params: z.strictObject({ oublier: z.boolean() }),
  async run({ oublier }, { conversation }) {
    if (oublier === true) asked.forget(conversation);
    const { words = '', photo = null, number } = asked.of(conversation) ?? {};
    const pieces = piecesOf(words);
    return {
      sujet: number === undefined ? 'vérif' : `vérif ${number}`,
      ...{ un: pieces[0] ?? null, deux: pieces[1] ?? null },
      ...{ trois: pieces[2] ?? null, quatre: pieces[3] ?? null, photo },
    };
  },
});

const PIECE = 490;
const MOST_PIECES = 4;
/** What a call brings for one turn is 4,096 bytes (engine/limits.ts), names and numbers with it. */
const MOST_BYTES = 3_600;

/** The words in pieces that are one again side by side; cut where they are too long, and marked so. */
export function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let [piece, bytes] = ['', 0];
  for (const letter of words) {
    bytes += Buffer.byteLength(letter);
    const full = piece.length + letter.length > PIECE;
    if (bytes > MOST_BYTES || (full && pieces.length === MOST_PIECES - 1)) return [...pieces, `${piece}…`];
    if (full) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
