import { z } from 'zod';
import type { EffectItem, Fingerprint, Sealer } from '../../conversation/ports.ts';
import { MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { ASK_TYPES, type AskType, isClassA } from '../../engine/types.ts';
import { sentId } from '../../store/citizen-media.ts';
import { ANSWERS } from './collections.ts';
import { orderOf } from './order.ts';
import { answerKey, respondentKey } from './respondent.ts';

/** Ids and step keys are words of an author; longer ones are a mistake. */
const name = z.string().min(1).max(128);

/** One answer as a turn reports it. */
export const answerParams = z.strictObject({
  survey: name,
  /** Version of the flow the person answered. */
  hash: name,
  question: name,
  type: z.enum(ASK_TYPES),
  value: z.union([z.string().max(MAX_TEXT_LENGTH), z.number(), z.boolean()]),
});
export type AnswerParams = z.infer<typeof answerParams>;

/** One answer as it is stored. `value` and `sealed` exclude each other: what is class A is only ever sealed (T1). */
export interface StoredAnswer {
  _id: Buffer;
  respondent: Buffer;
  survey: string;
  hash: string;
  question: string;
  type: AskType;
  value?: string | number | boolean;
  sealed?: Buffer;
  /** `YYYY-MM-DD`; nothing finer is kept (T6). */
  day: string;
  lang: string;
  channel: string;
  /** Given on a phone that several people use: somebody may have read along. */
  shared?: true;
  /** Order within the day, see `order.ts`. */
  v: number;
}

/** Seals, keys and dates an answer. Pure but for the seal's nonce. */
export function storedAnswer(
  item: EffectItem<AnswerParams>,
  { fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer },
): StoredAnswer {
  const { params, context } = item;
  const respondent = respondentKey(fingerprint, context.person, params.survey);
  const { id, offset } = answerKey(fingerprint, respondent, params.survey, params.question);
  return {
    _id: id,
    respondent,
    survey: params.survey,
    hash: params.hash,
    question: params.question,
    type: params.type,
    ...(isClassA(params.type)
      ? { sealed: sealer.seal(wordsOf(item, fingerprint), textPlace(id)) }
      : { value: params.value }),
    day: context.day,
    lang: context.lang,
    channel: context.channel,
    ...(context.shared && { shared: true }),
    v: orderOf(item, offset, fingerprint),
  };
}

/** A photo or voice is kept apart; beside the answer stands only under which id, never the platform's own name of it. */
function wordsOf({ params, context }: EffectItem<AnswerParams>, fingerprint: Fingerprint): string {
  const value = String(params.value);
  return isFile(params.type) ? sentId(fingerprint, context.person, context.channel, value) : value;
}

/** Types whose answer is a file. */
export const isFile = (type: AskType): type is 'photo' | 'voice' => type === 'photo' || type === 'voice';

/** Where a sealed text belongs; authenticated, so that a text moved to another answer does not open. */
export const textPlace = (id: Uint8Array): string => `${ANSWERS}/value/${Buffer.from(id).toString('hex')}`;
