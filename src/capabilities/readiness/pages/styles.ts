import { readAsset } from '../../../web/kit/index.ts';

export const readinessStyles = [readAsset('readiness', new URL('./readiness.css', import.meta.url))];
