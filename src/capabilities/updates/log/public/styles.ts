import { readAsset } from '../../../../web/kit/index.ts';

/** Style sheet of the pages of verification. */
export const verifyStyles = [readAsset('verify', new URL('./verify.css', import.meta.url))];
