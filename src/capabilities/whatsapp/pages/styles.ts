import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of the page, served by the staff site. */
export const linkStyles = [readAsset('whatsapp', new URL('./whatsapp.css', import.meta.url))];
