import { chartStyles } from '../../../web/kit/charts/index.ts';
import { readAsset } from '../../../web/kit/index.ts';
import { mapStyles } from '../../../web/kit/maps/index.ts';

/** Style sheets of the survey pages, served by the staff site. */
export const surveyStyles = [
  ...[chartStyles, mapStyles],
  readAsset('surveys', new URL('./surveys.css', import.meta.url)),
];
