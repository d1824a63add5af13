import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { SmsMessage } from './notification.ts';
import type { Gathered, Pieces } from './ports.ts';

/** A network brings the parts of a message within seconds; a phone that was off, within minutes. */
export const WAIT_FOR_REST_MS = 5 * 60_000;
/** Stands for a part that never came; the same in every language. */
const GAP = ' (...) ';

/** A message of several SMS, as far as it is there. */
export interface Joined {
  message: Omit<SmsMessage, 'piece'>;
  gathered: Gathered;
}

/** Keeps a piece. The message, once it is whole; `waits`: others are to come; `done`: it was whole before. */
export async function join(
  pieces: Pieces,
  message: SmsMessage & { piece: NonNullable<SmsMessage['piece']> },
  id: string,
  clock: Clock,
): Promise<Joined | 'waits' | 'done'> {
  const { from, text, piece } = message;
  const gathered = await pieces.keep({ from, ...piece, id, text }, clock.now());
  if (gathered.done) return 'done';
  return gathered.pieces.length < gathered.of ? 'waits' : joined(gathered, message.at);
}

/** What was left of messages whose rest did not come. */
export async function leftOver(pieces: Pieces, clock: Clock): Promise<Joined[]> {
  return (await pieces.waiting(clock.now() - WAIT_FOR_REST_MS)).map((gathered) =>
    joined(gathered, undefined),
  );
}

/** In the order of the phone, whatever the order in which they came; every process makes the same id of the same pieces. */
function joined(gathered: Gathered, at: string | undefined): Joined {
  const pieces = [...gathered.pieces].sort((a, b) => a.n - b.n);
  const texts = Array.from(
    { length: gathered.of },
    (_, n) => pieces.find((piece) => piece.n === n + 1)?.text,
  );
  const text = texts.reduce<string>((all, one, n) => {
    if (one !== undefined) return all + one;
    return texts[n - 1] === undefined && n > 0 ? all : all + GAP;
  }, '');
  const id = createHash('sha256')
    .update(JSON.stringify(pieces.map((piece) => piece.id)))
    .digest('base64url');
  return { message: { from: gathered.from, text, id, at }, gathered };
}
