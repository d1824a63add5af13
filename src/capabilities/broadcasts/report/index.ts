export { progressView } from './progress.tsx';
export type { ProgressReader } from './progress-reader.ts';
export { type ResultsDeps, resultsRoute } from './results-route.tsx';
