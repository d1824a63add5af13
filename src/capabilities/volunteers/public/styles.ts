import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the public page of activities. */
export const agendaStyles = [readAsset('agenda', new URL('./agenda.css', import.meta.url))];
