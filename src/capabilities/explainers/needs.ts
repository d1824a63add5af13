import { type Clock, dayOf, daysAfter } from '../../domain/clock.ts';
import type { StaffSlots } from '../../web/staff/index.ts';
import type { EntriesStore } from '../approved/index.ts';
import type { OfficesStore } from './offices/offices-store.ts';
import { PATH } from './pages/page.ts';
import { QUESTION_TEXTS } from './pages/texts.ts';
import type { QuestionsStore } from './questions/questions-store.ts';

interface NeedsDeps {
  store: Pick<EntriesStore, 'count'>;
  offices: Pick<OfficesStore, 'of'>;
  questions: Pick<QuestionsStore, 'count'>;
  clock: Clock;
}

/** What waits about questions and explainers, within the organisation of whoever looks (W1). */
export const explainerNeeds = ({ store, offices, questions, clock }: NeedsDeps): StaffSlots => ({
  async needs({ person: { org }, frame: { lang } }) {
    const asOf = clock.now();
    const today = dayOf(asOf);
    const [ours, submitted, stale] = await Promise.all([
      offices.of(org),
      store.count({ org, state: 'submitted' }),
      store.count({ org, staleBefore: today }),
    ]);
    const counts = await Promise.all(
      ours.map(async ({ id, days }) => {
        const of = { org, office: id, state: 'waiting' } as const;
        const before = daysAfter(today, -days);
        return { all: await questions.count(of), late: await questions.count({ ...of, before }) };
      }),
    );
    const late = counts.reduce((sum, each) => sum + each.late, 0);
    const waiting = counts.reduce((sum, { all }) => sum + all, 0);
    const words = QUESTION_TEXTS[lang].needs;
    const list = '/staff/explainers?etat=';
    return [
      { key: 'questions.late', count: late, words: words.late(late), href: PATH, level: 'amber', asOf },
      {
        ...{ key: 'questions.waiting', count: waiting, words: words.waiting(waiting) },
        ...{ href: PATH, level: 'calm', asOf },
      },
      {
        ...{ key: 'explainers.submitted', count: submitted, words: words.submitted(submitted) },
        ...{ href: `${list}submitted`, level: 'amber', asOf },
      },
      {
        ...{ key: 'explainers.stale', count: stale, words: words.stale(stale) },
        ...{ href: `${list}a-revoir`, level: 'amber', asOf },
      },
    ];
  },
});
