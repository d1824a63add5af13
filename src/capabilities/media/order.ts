import { z } from 'zod';
import type { EffectContext, EffectKind, Fingerprint } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import { MAX_MEDIA_NAME } from '../../domain/message.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import { sentId } from '../../store/citizen-media.ts';
import { FETCH } from './fetch-due.ts';

const params = z.strictObject({
  media: z.enum(['voice', 'photo']),
  /** The channel's own name of it. */
  file: z.string().min(1).max(MAX_MEDIA_NAME),
  /** No question had asked for it. */
  unasked: z.boolean(),
  /** It is no answer to a survey. */
  listed: z.boolean(),
});
type Ordered = z.infer<typeof params>;

export interface OrderDeps {
  dues: Pick<DueDates, 'set'>;
  fingerprint: Fingerprint;
  clock: Clock;
}

/**
 * A voice or photo that came is to be fetched: a due-date is durable, comes again after failures, and is run once over
 * many processes. Repeating the order changes nothing.
 */
export const orderEffect = ({ dues, fingerprint, clock }: OrderDeps): EffectKind<Ordered> => ({
  name: 'media.keep',
  params,
  from(event) {
    if (event.kind !== 'answered' || typeof event.value !== 'string') return [];
    if (event.type !== 'voice' && event.type !== 'photo') return [];
    const listed = event.survey === undefined;
    return [{ media: event.type, file: event.value, unasked: false, listed }];
  },
  fromTurn: ({ sent }) => (sent === undefined ? [] : [{ ...sent, unasked: true, listed: true }]),
  async apply(batch) {
    const now = clock.now();
    for (const { context, params: ordered } of batch) {
      const id = sentId(fingerprint, context.person, context.channel, ordered.file);
      await dues.set({ kind: FETCH, id, at: now, params: { ...ordered, ...whose(context), since: now } });
    }
  },
});

const whose = ({ person, conversation, channel, account = '', lang, day }: EffectContext) => ({
  ...{ person, conversation, channel, account, lang, day },
});
