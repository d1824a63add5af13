export type { Broadcast, Repeat, Texts } from './model/broadcast.ts';
export type { BroadcastState } from './model/states.ts';
export type { BroadcastsStore } from './ports.ts';
