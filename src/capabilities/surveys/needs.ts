import { type Clock, dayOf, daysAfter } from '../../domain/clock.ts';
import { inLangs } from '../../web/kit/index.ts';
import type { StaffSlots } from '../../web/staff/index.ts';
import type { SurveyOutline } from './outline.ts';

/** Without any answer for so many days a survey that ran has stopped. */
const SILENT_AFTER = 3;
/** One that is silent for longer has ended, and nobody waits for it. */
const ENDED_AFTER = 28;

interface SurveyNeedsDeps {
  outlines: () => readonly SurveyOutline[];
  /** The last day on which anything happened in each flow. */
  lastDays: (flows: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  clock: Clock;
  owner: string;
}

/** Surveys that were answered until some days ago: a panel that fell silent is noticed while it can be mended (W1). */
export const surveyNeeds = ({ outlines, lastDays, clock, owner }: SurveyNeedsDeps): StaffSlots => ({
  async needs({ person: { org }, frame: { lang } }) {
    if (org !== owner) return [];
    const asOf = clock.now();
    const today = dayOf(asOf);
    const flows = [...new Set(outlines().map(({ flow }) => flow))];
    const last = await lastDays(flows);
    const silent = flows.filter((flow) => {
      const day = last.get(flow) ?? '';
      return day >= daysAfter(today, -ENDED_AFTER) && day <= daysAfter(today, -SILENT_AFTER);
    });
    const count = silent.length;
    const words = WORDS[lang].silent(count, SILENT_AFTER);
    return [{ key: 'surveys.silent', count, words, href: '/staff/surveys', level: 'amber', asOf }];
  },
});

const WORDS = inLangs(
  {
    silent: (n: number, days: number) =>
      `${n === 1 ? 'sondage' : 'sondages'} sans réponse depuis ${String(days)} jours`,
  },
  {
    silent: (n, days) => `${n === 1 ? 'survey' : 'surveys'} without an answer for ${String(days)} days`,
  },
);
