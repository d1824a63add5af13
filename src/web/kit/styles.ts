import { readAsset } from './assets.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

/** The style sheet every page carries. Tokens first: the rest is written in them. */
export const kitStyles = readAsset('kit', file('./tokens.css'), file('./page.css'), file('./parts.css'));
