import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the page with the pack to share. */
export const shareStyles = [readAsset('share', new URL('./share.css', import.meta.url))];
