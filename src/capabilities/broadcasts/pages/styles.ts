import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the pages of broadcasts, served by the staff site. */
export const broadcastStyles = [readAsset('broadcasts', new URL('./broadcasts.css', import.meta.url))];
