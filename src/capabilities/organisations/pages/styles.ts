import { readAsset } from '../../../web/kit/index.ts';

/** The style sheet of the pages about organisations. */
export const organisationStyles = [
  readAsset('organisations', new URL('./organisations.css', import.meta.url)),
];
