import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of the demonstration's page, served by the staff site. */
export const demoStyles = [readAsset('demo', new URL('./demo.css', import.meta.url))];
