import { readAsset } from '../../kit/index.ts';

/** The style sheet of `/docs`. */
export const docsStyles = readAsset('docs', new URL('./docs.css', import.meta.url));
