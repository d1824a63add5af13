import { readAsset } from '../../../web/kit/index.ts';

/** The style sheet of the page about the calendar of days. */
export const calendarStyles = [readAsset('calendar', new URL('./calendar.css', import.meta.url))];
