import { readAsset } from '../assets.ts';

/** The style sheet of charts, for pages that have one: `<StaffPage styles={[chartStyles]}>`. */
export const chartStyles = readAsset('charts', new URL('./charts.css', import.meta.url));
