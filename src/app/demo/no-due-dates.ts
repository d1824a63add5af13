import type { DueDates } from '../../schedule/due-dates.ts';

/** Nothing comes due for invented people: nobody would read the reminder. */
export const noDueDates: DueDates = {
  set: async () => undefined,
  cancel: async () => undefined,
  change: async () => undefined,
};
