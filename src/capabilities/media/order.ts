import { z } from 'zod';
import type { EffectContext, EffectKind, Fingerprint } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { EngineEvent } from '../../engine/types.ts';
import { MAX_MEDIA_NAME } from '../../domain/message.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import { sentId } from '../../store/citizen-media.ts';
import { TIP } from '../inbox/index.ts';
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
    if (event.kind === 'written') return written(event.reply);
    if (event.kind === 'asked_for' && event.effect === TIP) return passedOn(event.params['photo']);
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

/** What was sent to whoever has the talk stands in its thread, and in no list beside. */
function written(reply: Extract<EngineEvent, { kind: 'written' }>['reply']): Ordered[] {
  if (reply.kind !== 'media' || reply.id === undefined) return [];
  const { media, id: file } = reply;
  return media === 'voice' || media === 'photo' ? [{ media, file, unasked: false, listed: false }] : [];
}

/** A picture somebody was sent, and passes on to the team. */
const passedOn = (file: unknown): Ordered[] =>
  typeof file === 'string' ? [{ media: 'photo', file, unasked: false, listed: false }] : [];

const whose = ({ person, conversation, channel, account = '', lang, day }: EffectContext) => ({
  ...{ person, conversation, channel, account, lang, day },
});
