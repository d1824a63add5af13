/** On their way: the outbox has them. */
export const LIVE_STATES = ['going', 'leaving'] as const;

/** Nothing more has to be done for them: a broadcast is over when everybody is here, and not before (listmonk#2168). */
export const SETTLED_STATES = [
  'unknown',
  'sent',
  'failed',
  'blocked',
  'delivered',
  'read',
  'skipped',
  'waiting',
] as const;

/**
 * Where one recipient of one broadcast stands. `queued`: their turn has not come. `going`: their talk has the message, or
 * is about to; it has certainly not left. `leaving`: from here on a crash leaves it in doubt. The others are ends, of which
 * `sent` may still become `delivered`, `read` or `failed` as their platform tells.
 */
export const RECIPIENT_STATES = ['queued', ...LIVE_STATES, ...SETTLED_STATES] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** More of the same turn may follow. */
export const UNDER_WAY = ['leaving', 'unknown', 'sent', 'delivered', 'read'] as const;

/** From where each state is reached: whatever was told first, who has it on the phone has it. */
export const BEFORE: Readonly<Record<RecipientState, readonly RecipientState[]>> = {
  ...{ queued: [], going: ['queued'], leaving: LIVE_STATES, waiting: ['queued'] },
  unknown: LIVE_STATES,
  skipped: ['queued', ...LIVE_STATES],
  sent: [...LIVE_STATES, 'unknown'],
  failed: [...LIVE_STATES, 'unknown', 'sent'],
  blocked: [...LIVE_STATES, 'unknown', 'sent', 'failed'],
  delivered: [...LIVE_STATES, 'unknown', 'sent', 'failed', 'blocked'],
  read: [...LIVE_STATES, 'unknown', 'sent', 'failed', 'blocked', 'delivered'],
};

/** Why somebody of the plan was not written to, as found at the moment of sending. */
export const SKIP_REASONS = [
  'stopped',
  'erased',
  'no_consent',
  'gone',
  'no_language',
  'window',
  'fatigue',
  'no_channel',
  'cancelled',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a report may be cut by. */
export const SEGMENTS = ['lang', 'channel', 'region'] as const;
export type Segment = (typeof SEGMENTS)[number];
