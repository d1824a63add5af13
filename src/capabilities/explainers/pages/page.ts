import type { Clock } from '../../../domain/clock.ts';
import type { Chance } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Role, StaffContext } from '../../../web/staff/index.ts';
import type { Office } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import type { Keeping } from '../questions/keeping.ts';
import { QUESTION_TEXTS } from './texts.ts';
import type { QuestionTexts } from './texts.fr.ts';

/** Who answers citizens in an organisation's name; whoever publishes never sees who wrote (T36). */
export const ANSWERERS: readonly Role[] = ['admin', 'organiser'];

/** Of those who answer, who may write explainers too. */
export const writesToo = ({ person }: Pick<StaffContext, 'person'>): boolean => person.role === 'admin';

export interface PagesDeps extends Keeping {
  offices: OfficesStore;
  clock: Clock;
  chance: Chance;
  dues: DueDates;
  staffName: (account: string) => Promise<string | undefined>;
}

/** What every page about questions is made with. */
export interface Page {
  ctx: StaffContext;
  texts: QuestionTexts;
  today: string;
  /** The offices of the organisation. */
  offices: readonly Office[];
  /** Of colleagues who are named on the page, by account. */
  names: ReadonlyMap<string, string>;
}

export async function pageOf({ offices, clock }: PagesDeps, ctx: StaffContext): Promise<Page> {
  const ours = await offices.of(ctx.person.org);
  const today = dayOf(clock.now());
  return { ctx, texts: QUESTION_TEXTS[ctx.frame.lang], today, offices: ours, names: new Map() };
}

export const PATH = '/staff/questions';

export const officeOf = ({ offices }: Page, id: string): Office | undefined =>
  offices.find((each) => each.id === id);

export const countWords = ({ ctx }: Page, n: number): string =>
  new Intl.NumberFormat(ctx.frame.lang).format(n);

export const dayWords = ({ ctx }: Page, day: string): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const DAY_MS = 86_400_000;
export const daysSince = (day: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS));
