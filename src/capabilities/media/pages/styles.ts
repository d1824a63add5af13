import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of the pages of voices and photos, served by the staff site. */
export const mediaStyles = [readAsset('media', new URL('./media.css', import.meta.url))];
