import { readAsset } from '../../../web/kit/index.ts';

/** Style sheet of the pages of audiences and of the builder, served by the staff site. */
export const audienceStyles = [readAsset('audiences', new URL('./audiences.css', import.meta.url))];
