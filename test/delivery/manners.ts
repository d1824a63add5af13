import type { Manners } from './wire.ts';

const telegramRefuses = (status: number, description: string, more: object = {}) => ({
  status,
  body: { ok: false, error_code: status, description, ...more },
});

/** How Telegram says what goes wrong. */
export const TELEGRAM: Manners = {
  sends: (path) => /\/send[A-Z]\w+$/.test(path),
  busy: (seconds) =>
    telegramRefuses(429, `Too Many Requests: retry after ${String(seconds)}`, {
      parameters: { retry_after: seconds },
    }),
  refusals: [
    telegramRefuses(400, 'Bad Request: message is too long'),
    telegramRefuses(403, 'Forbidden: bot was blocked by the user'),
  ],
  trouble: telegramRefuses(500, 'Internal Server Error'),
};

const graphRefuses = (status: number, code: number) => ({
  status,
  body: { error: { message: `(#${String(code)})`, type: 'OAuthException', code } },
});

/** How the Cloud API does; it names no pause, and the channel keeps five seconds. */
export const CLOUD_API: Manners = {
  sends: (path, body) =>
    path.endsWith('/messages') && body !== '{"messaging_product":"whatsapp"}' && body !== '{}',
  busy: () => graphRefuses(400, 130429),
  refusals: [graphRefuses(400, 131009), graphRefuses(400, 131026), graphRefuses(400, 131050)],
  trouble: graphRefuses(500, 131000),
};

/** How an SMS gateway does. */
export const SMS_GATEWAY: Manners = {
  sends: (path) => path.endsWith('/messages'),
  busy: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: {} }),
  refusals: [{ status: 400, body: {} }],
  trouble: { status: 500, body: {} },
};
