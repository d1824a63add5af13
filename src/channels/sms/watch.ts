import type { Clock } from '../../domain/clock.ts';
import type { Counted, Log } from '../platform/ports.ts';

/** A flood of calls must not fill the log. */
const ONCE_IN_MS = 10 * 60_000;

/** What an operator looks for when nothing arrives; the rest is counted only. */
const SAID: Partial<Record<Counted, string>> = {
  unauthenticated:
    'Calls of /webhooks/sms do not show the secret: see SMS_INBOUND_SECRET, SMS_INBOUND_AUTH and SMS_INBOUND_HEADER.',
  unreadable: 'Calls of /webhooks/sms bring neither JSON nor a form.',
  ignored:
    'Some of what the gateway brings is neither an SMS of a person nor a report, or of a phone that answers by itself: see SMS_INBOUND_FIELDS, SMS_REPORT_FIELDS and SMS_REPORT_STATES.',
};

/** Counts, and says of what an operator can mend how often it came, once in ten minutes. */
export function watched(count: (what: Counted) => void, log: Log, clock: Clock): (what: Counted) => void {
  const since = new Map<Counted, { said: number; times: number }>();
  return (what) => {
    count(what);
    const line = SAID[what];
    if (line === undefined) return;
    const now = clock.now();
    const { said, times } = since.get(what) ?? { said: -Infinity, times: 0 };
    if (now - said < ONCE_IN_MS) {
      since.set(what, { said, times: times + 1 });
      return;
    }
    log.warn({ channel: 'sms', code: what, count: times + 1 }, line);
    since.set(what, { said: now, times: 0 });
  };
}
