import { readAsset } from '../../../web/kit/index.ts';

/** The style sheet of the pages about accounts. */
export const accountStyles = [readAsset('accounts', new URL('./accounts.css', import.meta.url))];
