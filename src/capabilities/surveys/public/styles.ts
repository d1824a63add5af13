import { chartStyles } from '../../../web/kit/charts/index.ts';
import { readAsset } from '../../../web/kit/index.ts';

/** Style sheets of published results, on public pages and where staff look at what would be one. */
export const resultStyles = [chartStyles, readAsset('results', new URL('./results.css', import.meta.url))];
