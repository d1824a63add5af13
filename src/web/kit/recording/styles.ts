import { readAsset } from '../assets.ts';
import { builtScript } from '../built-script.ts';

/** For pages with a recorder. */
export const recordingStyles = [readAsset('recording', new URL('./recording.css', import.meta.url))];
export const recordingScripts = builtScript('recorder');
