import { z } from 'zod';
import type { EffectItem, EffectKind, Fingerprint } from '../../conversation/ports.ts';
import type { StoredAnswer } from './answer.ts';
import { orderOf } from './order.ts';
import { answerKey, respondentKey } from './respondent.ts';

const name = z.string().min(1).max(128);
const params = z.strictObject({ survey: name, question: name });
type Params = z.infer<typeof params>;

/** Which answer is taken back, and by what it is older than. */
export type Withdrawal = Pick<StoredAnswer, '_id' | 'day' | 'v'>;

export interface WithdrawalDeps {
  fingerprint: Fingerprint;
  withdraw(withdrawals: readonly Withdrawal[]): Promise<void>;
}

/** Who changes an earlier answer takes back those after it: the questions may not be asked on the way they now take. */
export const withdrawalEffect = (deps: WithdrawalDeps): EffectKind<Params> => ({
  name: 'surveys.withdrawal',
  params,
  from: (event) =>
    event.kind === 'withdrawn' && event.survey !== undefined
      ? [{ survey: event.survey, question: event.step }]
      : [],
  async apply(batch) {
    if (batch.length > 0) await deps.withdraw(batch.map((item) => withdrawalOf(item, deps.fingerprint)));
  },
});

function withdrawalOf(item: EffectItem<Params>, fingerprint: Fingerprint): Withdrawal {
  const { survey, question } = item.params;
  const respondent = respondentKey(fingerprint, item.context.person, survey);
  const { id, offset } = answerKey(fingerprint, respondent, survey, question);
  return { _id: id, day: item.context.day, v: orderOf(item, offset, fingerprint) };
}
