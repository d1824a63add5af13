export { LOOK_MS, MOST_REVEALS } from './limits.ts';
export { Masked } from './masked.tsx';
export { REVEAL_REASONS, type RevealReason } from './reason.ts';
export { revealRefusal } from './refusal.ts';
export { revealing, wordsPlace } from './reveal.ts';
export { RevealForm } from './reveal-form.tsx';
export type { Look, RevealAsked, Revealing, Reveals } from './reveals.ts';
