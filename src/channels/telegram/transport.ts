import { Api } from 'grammy';
import { connectedTo } from '../platform/call.ts';
import { callAsForm, hasFile } from './form.ts';

/** Over this many calls in flight, the others wait: Telegram allows about 30 messages a second, and may be seconds away. */
const CONNECTIONS = 128;
/** `getUpdates` is held for up to 30 s by Telegram itself. */
const ANSWER_WITHIN_MS = 40_000;

/** Where calls go out, and how they end. */
export interface Transport {
  /** grammY's client over the kept connections; all its calls end when `until` fires. */
  api(until?: AbortSignal): Api;
  close(): Promise<void>;
}

/**
 * Stands in for grammY's own HTTP client, whose node-fetch, abort signal and timer for each call cost more than the call.
 * Calls are JSON; only one with a file is a form.
 */
export function leanTransport(apiRoot: string, token: string): Transport {
  const { origin, call, close } = connectedTo(apiRoot, {
    connections: CONNECTIONS,
    answerWithinMs: ANSWER_WITHIN_MS,
  });
  return {
    api(until) {
      const api = new Api(token, { apiRoot: origin });
      api.config.use(async (_previous, method, payload) => {
        const { type, body } = hasFile(payload)
          ? await callAsForm(payload)
          : { type: JSON_TYPE, body: JSON.stringify(payload) };
        const asked = { path: `/bot${token}/${method}`, headers: { 'content-type': type }, body };
        // An answer with an error code is JSON of the same shape, and grammY reads it.
        return (await call<never>(asked, until)).json;
      });
      return api;
    },
    close,
  };
}

const JSON_TYPE = 'application/json';
