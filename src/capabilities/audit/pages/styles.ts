import { readAsset } from '../../../web/kit/index.ts';

/** The style sheet of the audit page. */
export const auditStyles = [readAsset('audit', new URL('./audit.css', import.meta.url))];
