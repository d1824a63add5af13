import { readAsset, recordingStyles } from '../../../web/kit/index.ts';

/** Style sheets of the pages of languages, served by the staff site. */
export const languageStyles = [
  readAsset('language', new URL('./language.css', import.meta.url)),
  ...recordingStyles,
];
