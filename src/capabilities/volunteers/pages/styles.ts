import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of the volunteers' pages, served by the staff site. */
export const volunteerStyles = [readAsset('volunteers', new URL('./volunteers.css', import.meta.url))];
