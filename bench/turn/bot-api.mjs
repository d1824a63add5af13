import { createServer } from 'node:http';

/** Limits of the Bot API that are cheap to hold to: https://core.telegram.org/bots/api#sendmessage */
const MAX_TEXT = 4096;
const MAX_CALLBACK_BYTES = 64;

/**
 * The part of the Bot API a contestant calls, strict where it is cheap to be: method, token, chat, text, buttons.
 * @param onMessage gets each message sent: `(chat, buttons)`; buttons are their callback data
 */
export function botApi({ token, onMessage }) {
  let messages = 0;
  let refused = 0;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const method = methodOf(request.url, token);
      const payload = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
      const why =
        method === undefined ? 'Not Found' : method === 'sendMessage' ? faultOf(payload) : undefined;
      if (why !== undefined) {
        refused += 1;
        reply(response, 400, { ok: false, error_code: 400, description: `Bad Request: ${why}` });
        return;
      }
      if (method === 'sendMessage') messages += 1;
      reply(response, 200, { ok: true, result: resultOf(method, payload, messages) });
      if (method === 'sendMessage') onMessage(payload.chat_id, buttonsOf(payload));
    });
  });
  server.keepAliveTimeout = 60_000;
  return {
    server,
    counts: () => ({ messages, refused }),
  };
}

function methodOf(url, token) {
  const head = `/bot${token}/`;
  return url.startsWith(head) ? url.slice(head.length).split('?')[0] : undefined;
}

function faultOf({ chat_id, text, reply_markup }) {
  if (!Number.isSafeInteger(chat_id)) return 'chat not found';
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty';
  if (text.length > MAX_TEXT) return 'message is too long';
  const buttons = reply_markup?.inline_keyboard?.flat() ?? [];
  const bad = buttons.some(
    (button) => button.text === '' || Buffer.byteLength(button.callback_data ?? '') > MAX_CALLBACK_BYTES,
  );
  return bad ? 'BUTTON_DATA_INVALID' : undefined;
}

const BOT = { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' };
const ABILITIES = {
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};

function resultOf(method, { chat_id, text }, messages) {
  if (method === 'getMe') return { ...BOT, ...ABILITIES };
  if (method !== 'sendMessage') return true;
  const date = Math.floor(Date.now() / 1000);
  return {
    message_id: messages,
    from: BOT,
    chat: { id: chat_id, type: 'private', first_name: 'p' },
    date,
    text,
  };
}

const buttonsOf = ({ reply_markup }) =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ callback_data }) => callback_data);

function reply(response, status, body) {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}
