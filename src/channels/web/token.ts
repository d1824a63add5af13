import type { Request } from 'express';
import { Problem } from './problem.ts';

/** 256 bits: nobody guesses a chat, so the token alone opens it and no list of tokens has to be kept. */
export const TOKEN_BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The chat's token out of `Authorization: Bearer …`; throws the 401 that names the header. */
export function bearerToken(request: Request): string {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  return checked(scheme?.toLowerCase() === 'bearer' ? token : undefined);
}

/** A browser's EventSource cannot send headers, so a stream may bring the token in the query. */
export function streamToken(request: Request): string {
  const asked = request.query['token'];
  return asked === undefined ? bearerToken(request) : checked(asked);
}

export const isToken = (token: unknown): token is string => typeof token === 'string' && SHAPE.test(token);

function checked(token: unknown): string {
  if (isToken(token)) return token;
  throw new Problem(401, 'token', 'Open a chat with POST /api/chat and send its token.', {
    'WWW-Authenticate': 'Bearer',
  });
}
