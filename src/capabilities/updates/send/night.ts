import { afterQuietHours } from '../../../domain/quiet-hours.ts';
import type { Update } from '../model/update.ts';

/** What goes out between nine in the evening and seven in the morning, in Bamako: nothing, what is urgent, or everything. */
export const AT_NIGHT = ['nothing', 'urgent', 'all'] as const;
export type AtNight = (typeof AT_NIGHT)[number];

/** Marked so, or withdrawn because it endangers somebody. */
export const isUrgent = ({ content, withdrawal }: Pick<Update, 'content' | 'withdrawal'>): boolean =>
  content.urgent === true || withdrawal?.cause === 'endangers';

/** When this may go out: now, or at seven. Milliseconds since 1970. */
export function mayGoAt(now: number, atNight: AtNight, urgent: boolean): number {
  const passes = atNight === 'all' || (atNight === 'urgent' && urgent);
  return passes ? now : afterQuietHours(now);
}
