import { daysAfter } from '../../../domain/clock.ts';
import { localOf, momentOf } from '../../../domain/local-time.ts';

/** How long a thread is usually put off. */
export const SNOOZE_CHOICES = ['hour', 'evening', 'tomorrow', 'monday'] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const HOUR_MS = 3_600_000;
const [MORNING, EVENING] = ['08:00', '18:00'];

/** The choices there are at this moment, with theirs; no evening once it has come, no Monday twice. */
export function snoozeChoices(now: number, zone: string): { choice: SnoozeChoice; until: number }[] {
  const { day } = localOf(now, zone);
  const at = (when: string, time: string): number => momentOf({ day: when, time }, zone) ?? now;
  const [tomorrow, monday] = [daysAfter(day, 1), nextMonday(day)];
  const choices: { choice: SnoozeChoice; until: number }[] = [
    { choice: 'hour', until: now + HOUR_MS },
    { choice: 'evening', until: at(day, EVENING) },
    { choice: 'tomorrow', until: at(tomorrow, MORNING) },
    { choice: 'monday', until: at(monday, MORNING) },
  ];
  return choices.filter(
    ({ choice, until }) =>
      (choice !== 'evening' || until > now + HOUR_MS) && (choice !== 'monday' || monday !== tomorrow),
  );
}

/** The moment a form asks for: one of the choices, or a day and a time. `null`: none of them. */
export function snoozedUntil(
  form: Readonly<Record<string, string>>,
  now: number,
  zone: string,
): number | null {
  const chosen = snoozeChoices(now, zone).find(({ choice }) => choice === form['choice']);
  if (chosen !== undefined) return chosen.until;
  return momentOf({ day: form['day'] ?? '', time: form['time'] ?? '' }, zone);
}

const nextMonday = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysAfter(day, (8 - weekday) % 7 || 7);
};
