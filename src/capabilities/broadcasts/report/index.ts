export { progressView } from './progress.tsx';
export type { ProgressReader } from './progress-reader.ts';
export { REPORT_WORDS } from './texts.ts';
export { type ResultsDeps, resultsRoute } from './results-route.tsx';
