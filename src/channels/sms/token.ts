import type { Clock } from '../../domain/clock.ts';
import { connectedTo } from '../platform/call.ts';

/** Where keys that last an hour come from (OAuth 2.0, RFC 6749, 4.4: client credentials). */
export interface TokenSource {
  url: string;
  /** The whole header under which the account is known there. */
  authorization: string;
}

/** A key that must be fetched anew now and then. */
export interface Tokens {
  /** Rejects where none can be had now. */
  current(): Promise<string>;
  /** The gateway refused it: the next is fetched anew. */
  refused(token: string): void;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 15_000;
/** Fetched anew before it ends: a request takes a moment. */
const EARLY_MS = 60_000;
/** Where the answer names no end, and the longest an end is believed. */
const USUAL_SECONDS = 3_600;
const LONGEST_SECONDS = 90 * 86_400;

interface Granted {
  access_token?: unknown;
  expires_in?: unknown;
}

export function tokensFrom({ url, authorization }: TokenSource, clock: Clock): Tokens {
  const { call, close } = connectedTo(url, { connections: 1, answerWithinMs: ANSWER_WITHIN_MS });
  let held: { token: string; until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchOne(): Promise<string> {
    const { status, json } = await call<Granted | null>({
      path: new URL(url).search,
      headers: {
        authorization,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    });
    const token = json?.access_token;
    if (status !== 200 || typeof token !== 'string' || !/^[!-~]{1,8192}$/u.test(token))
      throw new Error('No token was given.');
    // Some write it as digits.
    const seconds = Number(json?.expires_in ?? USUAL_SECONDS);
    const lasts = seconds > 0 ? Math.min(seconds, LONGEST_SECONDS) : USUAL_SECONDS;
    held = { token, until: clock.now() + lasts * 1000 - EARLY_MS };
    return token;
  }

  return {
    // Many messages wait for one fetching.
    current() {
      if (held !== undefined && clock.now() < held.until) return Promise.resolve(held.token);
      fetching ??= fetchOne().finally(() => {
        fetching = undefined;
      });
      return fetching;
    },
    refused(token) {
      if (held?.token === token) held = undefined;
    },
    close,
  };
}
