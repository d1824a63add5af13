import type { Counts } from '../../audiences/index.ts';
import type { Broadcast } from './broadcast.ts';

/** Whoever is written to, now or when they next write themselves. */
export const recipientsOf = ({ reachable, excluded }: Counts): number =>
  reachable + excluded.window + excluded.waits;

/** Another person has approved exactly this, and never had a hand in it (T21). Asked again before anything is sent. */
export const isApproved = ({
  approval,
  hash,
  authors,
}: Pick<Broadcast, 'approval' | 'hash' | 'authors'>): boolean =>
  approval !== undefined && approval.hash === hash && !authors.includes(approval.by);

/** How many one person may write to: the smaller of what the setting is and was when the broadcast was begun. */
export const aloneUpTo = ({ alone }: Pick<Broadcast, 'alone'>, setting: number): number =>
  Math.min(alone, setting);

/**
 * Whether it takes a second person (B4): for what is urgent always, otherwise above the limit.
 * @param spent recipients of this day's broadcasts that went out on one person's word; together they stay below the limit
 *   too, so that nothing is cut into pieces that each need nobody
 */
export const takesTwo = (
  broadcast: Pick<Broadcast, 'urgent' | 'alone'>,
  { recipients, spent, setting }: { recipients: number; spent: number; setting: number },
): boolean => broadcast.urgent || recipients + spent > aloneUpTo(broadcast, setting);
