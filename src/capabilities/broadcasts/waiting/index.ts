/** Messages that wait for their person's next conversation, where a channel must not be used to broadcast (B11). */
export type { AlsoWaiting, WaitingFigures, WaitingItems, WaitingRooms } from './ports.ts';
export { keptEffect } from './kept-effect.ts';
export { type WaitingDeps, waitingItems } from './waiting-items.ts';
