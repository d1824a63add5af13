import { readAsset } from '../../../web/kit/index.ts';

/** The style sheet of the pages about contacts. */
export const contactStyles = [readAsset('contacts', new URL('./contacts.css', import.meta.url))];
