import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of pages about entries that two people bring out; each kind lists it among its assets. */
export const approvedStyles = [readAsset('approved', new URL('./approved.css', import.meta.url))];
