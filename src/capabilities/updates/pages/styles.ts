import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the pages of updates, served by the staff site. */
export const updateStyles = [readAsset('updates', new URL('./updates.css', import.meta.url))];
