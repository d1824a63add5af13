import { readAsset } from '../../web/kit/index.ts';

export const settingsStyles = [readAsset('settings', new URL('./settings.css', import.meta.url))];
