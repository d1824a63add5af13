import type { z } from 'zod';
import type { Role } from '../../staff/index.ts';
import type { ApiMethod } from '../route.ts';

/** How a caller says who it is. */
export type Credential =
  /** The session cookie of the staff site. */
  | 'staffSession'
  /** The token of a web chat. */
  | 'chatToken'
  /** The word agreed on with Telegram. */
  | 'webhookSecret'
  /** The signature of Meta over the body. */
  | 'webhookSignature'
  /** The secret or the signature of the gateway for SMS. */
  | 'smsGateway';

/** A door as the description knows it, wherever it is served. */
export interface Door {
  method: ApiMethod;
  /** In the form of OpenAPI: `/api/chat`, `/media/{id}`. */
  path: string;
  /** Heading it stands under. */
  tag: string;
  summary: string;
  description?: string;
  /** None: anyone. Several: any one of them. */
  credentials?: readonly Credential[];
  roles?: readonly Role[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** By media type. `optional`: an empty request means something too. */
  body?: { types: Readonly<Record<string, z.ZodType>>; optional?: true };
  /** Successes by status. Without a type the answer is empty. */
  answers: Readonly<Record<number, { says: string; type?: string; schema?: z.ZodType }>>;
  /** Statuses of refusals, each a problem document unless `plain`. */
  refuses: readonly Refusal[];
}

export type Refusal = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 416 | 429 | 500 | 503;
