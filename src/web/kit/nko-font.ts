import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readAsset } from './assets.ts';

const FILE = '@fontsource/noto-sans-nko/files/noto-sans-nko-nko-400-normal.woff2';

/** Letters of N'Ko, for phones whose fonts have none. A browser fetches it only where one of them stands. */
export const nkoFont = readAsset('nko', pathToFileURL(createRequire(import.meta.url).resolve(FILE)));

/** To stand before a style sheet whose fonts name "Noto Sans NKo". */
export const NKO_FACE = `@font-face{font-family:"Noto Sans NKo";font-display:swap;src:local("Noto Sans NKo"),url(${nkoFont.href}) format("woff2");unicode-range:U+07C0-07FF}\n`;
