import { localOf } from '../when.ts';
import type { EventPlan } from './event.ts';

/** In the reader's language where staff wrote it, else in French. */
export const titleIn = ({ title }: Pick<EventPlan, 'title'>, lang: string): string =>
  lang === 'bm' ? (title.bm ?? title.fr) : title.fr;

/** `2026-11-21T16:00` on the campaign's clock; texts say it by `{{quand, jour}}` and `{{quand, heure}}`. */
export function whenOf(starts: number, zone: string): string {
  const { day, time } = localOf(starts, zone);
  return `${day}T${time}`;
}
