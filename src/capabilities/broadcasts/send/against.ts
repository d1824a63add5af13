import { langOf, type Talk } from '../../../conversation/conversation.ts';
import { hasConsented } from '../../../conversation/script.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import type { SkipReason } from '../plan/recipient.ts';
import type { Sendable } from './ports.ts';
import type { SendingDeps } from './sending-deps.ts';

/** Why this person is not written to, as their talk stands at this moment; `undefined`: they are. */
export async function reasonAgainst(
  { windowEnds, channels, fallback }: Pick<SendingDeps, 'windowEnds' | 'channels' | 'fallback'>,
  { content }: Pick<Sendable, 'content'>,
  { channel }: Pick<Recipient, 'channel'>,
  talk: Talk | null,
): Promise<SkipReason | undefined> {
  if (talk === null) return 'erased';
  const { profile, away, route } = talk;
  if (profile.stopped) return 'stopped';
  if (!hasConsented(profile)) return 'no_consent';
  if (away === true) return 'gone';
  if (content[langOf(profile, fallback)] === undefined) return 'no_language';
  if (!channels().some(({ id }) => id === channel)) return 'no_channel';
  return (await windowEnds(route.channel, route.address)) === null ? 'window' : undefined;
}
