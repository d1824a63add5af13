import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where a platform calls us. For plain node:http and Express alike, before any body parser. */
export type WebhookDoor = (request: IncomingMessage, response: ServerResponse) => void;

/** Where the channel tells what happened: ids and codes only. A pino logger fits. */
export interface Log {
  info(fields: object, line: string): void;
  warn(fields: object, line: string): void;
  error(fields: object, line: string): void;
}

/** What is worth a counter. */
export type Counted =
  | 'received'
  | 'duplicate'
  | 'ignored'
  | 'unavailable'
  | 'failed'
  | 'given_up'
  | 'unauthenticated'
  | 'unreadable';
