import { replyId } from '../../../conversation/reply-id.ts';
import type { ReplyFate } from '../ports.ts';
import type { EntryWords } from '../threads/entry.ts';
import type { DeskDeps } from './at-desk.ts';

/** What platforms tell is kept for 35 days; after that nobody can say whether a reply has arrived. */
const TOLD_MS = 34 * 86_400_000;

/** An entry, opened. */
export interface Opened {
  at: number;
  words: EntryWords;
}

/**
 * What became of the replies among entries of one talk, as far as their channels tell.
 * @returns `undefined` for what is no reply, is too old, or was said before this was kept
 */
export async function fatesAmong(
  { fatesOf, fingerprint, clock }: Pick<DeskDeps, 'fatesOf' | 'fingerprint' | 'clock'>,
  conversation: string,
  entries: readonly Opened[],
): Promise<(entry: Opened) => ReplyFate | undefined> {
  const since = clock.now() - TOLD_MS;
  const idOf = ({ at, words }: Opened): string | undefined =>
    words.kind === 'reply' && words.said !== undefined && at > since
      ? replyId(fingerprint, conversation, words.said)
      : undefined;
  const ids = entries.flatMap((entry) => idOf(entry) ?? []);
  if (ids.length === 0) return () => undefined;
  const { unsent, known } = await fatesOf(conversation, ids);
  return (entry) => {
    const id = idOf(entry);
    if (id === undefined) return undefined;
    // A channel that tells nothing more has it at least.
    return unsent.includes(id) ? 'waiting' : (known.get(id) ?? 'sent');
  };
}
