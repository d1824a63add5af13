import type { Board } from '../conversation/board.ts';
import { Allowance } from '../outbox/allowance.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { PlatformChannel } from './channels.ts';

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this says 20 a minute of groups. */
const A_MINUTE = { messages: 20, perMs: 60_000, source: 'https://core.telegram.org/bots/faq' };
/** When the house stops, the next one goes on. */
const STOPPING_MS = 1_000;

/**
 * The board this house posts on, at the pace of its channel: a post counts as a message, before mailings and after
 * replies, and no more than twenty in a minute are tried.
 * @param outbox is there once the house is put together, and asked only then
 */
export function boardOf(
  platforms: () => readonly PlatformChannel[],
  outbox: () => Pick<Outbox, 'atPace'>,
): () => Board | undefined {
  const gone = new Allowance(A_MINUTE);
  let paced: Board | undefined;
  return () => {
    const [found] = platforms().flatMap(({ board, channel }) =>
      board === undefined ? [] : [{ board, channel }],
    );
    if (found !== undefined) paced ??= atPace(found.board, found.channel.id, gone, outbox);
    return paced;
  };
}

function atPace(board: Board, channel: string, gone: Allowance, outbox: () => Pick<Outbox, 'atPace'>): Board {
  const turn = async <Outcome extends { kind: string }>(call: () => Promise<Outcome>) => {
    const afterMs = gone.afterMs(board.name, performance.now());
    if (afterMs > 0) return { kind: 'retry', afterMs, code: 'full_minute' } as const;
    gone.gone(board.name, performance.now());
    const outcome = await outbox().atPace(channel, board.name, 'alert', call);
    return outcome ?? ({ kind: 'retry', afterMs: STOPPING_MS, code: 'stopping' } as const);
  };
  return {
    ...board,
    post: (text, begun) => turn(() => board.post(text, begun)),
    edit: (place, text) => turn(() => board.edit(place, text)),
  };
}
