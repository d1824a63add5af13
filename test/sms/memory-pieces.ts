import type { Gathered, Piece, Pieces } from '../../src/channels/sms/index.ts';

/** Pieces in memory; the store is held to the same promises in src/store/sms-pieces.test.ts. */
export function memoryPieces(): Pieces {
  const messages = new Map<string, Gathered & { rev: number; at: number }>();
  const keyOf = ({ from, ref, of }: Piece): string => JSON.stringify([from, ref, of]);
  let revs = 0;
  return {
    async keep(piece, now) {
      const key = keyOf(piece);
      const { from, of, n, id, text } = piece;
      const found = messages.get(key);
      if (found?.pieces.some((one) => one.id === id) === true) return found;
      const another = found === undefined || found.done || found.pieces.some((one) => one.n === n);
      const pieces = [...(another ? [] : found.pieces), { n, id, text }];
      const next = { key, from, of, pieces, done: false, rev: (revs += 1), at: now };
      messages.set(key, next);
      return next;
    },
    async done(gathered) {
      const found = messages.get(gathered.key);
      if (found === undefined || found !== gathered) return;
      messages.set(gathered.key, {
        ...found,
        from: '',
        pieces: found.pieces.map(({ n, id }) => ({ n, id, text: '' })),
        done: true,
      });
    },
    waiting: async (before) => [...messages.values()].filter(({ at, done }) => !done && at < before),
  };
}
