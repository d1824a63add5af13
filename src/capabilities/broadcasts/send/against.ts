import { langOf, type Talk } from '../../../conversation/conversation.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import type { SkipReason } from '../plan/recipient.ts';
import type { Sendable } from './ports.ts';
import type { SendingDeps } from './sending-deps.ts';
import { withdrawnBy } from './withdrawn.ts';

type Against = Pick<SendingDeps, 'windowEnds' | 'channels' | 'fallback'>;

/** What keeps somebody from being written to, whatever is said. */
export type Barred = Extract<
  SkipReason,
  'erased' | 'stopped' | 'no_consent' | 'gone' | 'no_channel' | 'window'
>;

/** Why this person is not written to, as their talk stands at this moment; `undefined`: they are. */
export async function reasonAgainst(
  deps: Against,
  { content }: Pick<Sendable, 'content'>,
  recipient: Pick<Recipient, 'channel'>,
  talk: Talk | null,
): Promise<SkipReason | undefined> {
  const barred = await barredFrom(deps, recipient, talk);
  if (talk === null || (barred !== undefined && barred !== 'no_channel' && barred !== 'window'))
    return barred;
  return content[langOf(talk.profile, deps.fallback)] === undefined ? 'no_language' : barred;
}

/** The same, whatever is to be said. */
export async function barredFrom(
  { windowEnds, channels }: Omit<Against, 'fallback'>,
  { channel }: Pick<Recipient, 'channel'>,
  talk: Talk | null,
): Promise<Barred | undefined> {
  const withdrawn = withdrawnBy(talk);
  if (talk === null || withdrawn !== undefined) return withdrawn;
  const { away, route } = talk;
  if (away === true) return 'gone';
  if (!channels().some(({ id }) => id === channel)) return 'no_channel';
  return (await windowEnds(route.channel, route.address)) === null ? 'window' : undefined;
}
