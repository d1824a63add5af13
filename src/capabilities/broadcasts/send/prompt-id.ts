/**
 * The prompt that tells one person of a broadcast. A message taken out of the outbox before it left is told again under
 * its next turn, as its talk remembers the former; of one turn there is one message at most.
 */
export const promptId = (broadcast: string, turn: number): string =>
  turn === 0 ? `broadcast:${broadcast}` : `broadcast:${broadcast}:${String(turn)}`;

/** What a prompt was about; `undefined` for any other prompt. */
export function readPromptId(id: string): { broadcast: string; turn: number } | undefined {
  const [, broadcast, turn = '0'] = /^broadcast:([\w-]+)(?::([1-9]\d{0,3}))?$/u.exec(id) ?? [];
  return broadcast === undefined ? undefined : { broadcast, turn: Number(turn) };
}
