export { FLOW } from './tell.ts';
export type { Admit, Control, Launch, Order, Sendable, Sendables, SendingSettings } from './ports.ts';
export { ORDERS, USUAL } from './ports.ts';
export { ORDERED_FROM } from './control.ts';
export { sending, type SendingParts, type SendingRooms } from './sending.ts';
