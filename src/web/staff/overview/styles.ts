import { readAsset } from '../../kit/index.ts';

/** Of the overview, and of whatever shows figures as tiles. */
export const overviewStyles = [readAsset('overview', new URL('./overview.css', import.meta.url))];
