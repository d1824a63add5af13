import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the public pages of updates. */
export const newsStyles = [readAsset('news', new URL('./news.css', import.meta.url))];
