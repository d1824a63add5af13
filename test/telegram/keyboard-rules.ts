import { demand } from './refusal.ts';
import type { Button, InlineKeyboard, Key, ReplyKeyboard } from './shapes.ts';

const MAX_BUTTONS = 100;
/** Telegram's own limit is higher; nobody finds a key among so many. */
const MAX_KEYS = 100;

/** What a message does to the buttons under it and to the keyboard below the chat. */
export type Markup =
  | { kind: 'none' }
  | { kind: 'inline'; inline: InlineKeyboard }
  | { kind: 'keys'; keys: ReplyKeyboard }
  | { kind: 'remove' };

/** The markup of a message, or a refusal; other kinds are not simulated. */
export function acceptMarkup(given: unknown): Markup {
  if (given === undefined || given === null) return { kind: 'none' };
  demand(isRecord(given), 'Bad Request: object expected as reply markup');
  if ('keyboard' in given) return { kind: 'keys', keys: acceptKeys(given) };
  if ('remove_keyboard' in given) {
    demand(given['remove_keyboard'] === true, 'Bad Request: remove_keyboard must be true');
    return { kind: 'remove' };
  }
  return { kind: 'inline', inline: acceptInline(given['inline_keyboard']) };
}

function acceptInline(rows: unknown): InlineKeyboard {
  demand(Array.isArray(rows), 'Bad Request: only inline and reply keyboards are simulated');
  const keyboard = rows.map((row: unknown) => {
    demand(Array.isArray(row), 'Bad Request: inline keyboard row must be an Array');
    return row.map(acceptButton);
  });
  demand(keyboard.flat().length <= MAX_BUTTONS, 'Bad Request: REPLY_MARKUP_TOO_LONG');
  return { inline_keyboard: keyboard };
}

function acceptButton(given: unknown): Button {
  demand(isRecord(given), 'Bad Request: inline keyboard button must be an Object');
  const { text, callback_data: token, url } = given;
  demand(
    typeof text === 'string' && text.trim() !== '',
    'Bad Request: text buttons are unallowed in the inline keyboard',
  );
  demand(
    typeof token === 'string' || typeof url === 'string',
    'Bad Request: inline keyboard button has no action',
  );
  if (typeof token !== 'string') return { text, url: url as string };
  const bytes = Buffer.byteLength(token);
  demand(bytes >= 1 && bytes <= 64, 'Bad Request: BUTTON_DATA_INVALID');
  return { text, callback_data: token };
}

const OPTIONS = new Set(['keyboard', 'one_time_keyboard', 'resize_keyboard', 'input_field_placeholder']);

function acceptKeys(given: Record<string, unknown>): ReplyKeyboard {
  const rows = given['keyboard'];
  demand(Array.isArray(rows) && rows.length > 0, 'Bad Request: keyboard must be a non-empty Array');
  const [unknown] = Object.keys(given).filter((name) => !OPTIONS.has(name));
  demand(unknown === undefined, `Bad Request: the stand-in knows no ${String(unknown)} of a keyboard`);
  const placeholder = given['input_field_placeholder'];
  demand(
    placeholder === undefined || (typeof placeholder === 'string' && placeholder.length <= 64),
    'Bad Request: input field placeholder is too long',
  );
  const keyboard = rows.map((row: unknown) => {
    demand(Array.isArray(row) && row.length > 0, 'Bad Request: keyboard row must be a non-empty Array');
    return row.map(acceptKey);
  });
  demand(keyboard.flat().length <= MAX_KEYS, 'Bad Request: REPLY_MARKUP_TOO_LONG');
  return {
    keyboard,
    one_time_keyboard: given['one_time_keyboard'] === true,
    resize_keyboard: given['resize_keyboard'] === true,
  };
}

const ASKS = ['request_contact', 'request_location'] as const;

function acceptKey(given: unknown): Key {
  if (typeof given === 'string') return acceptKey({ text: given });
  demand(isRecord(given), 'Bad Request: keyboard button must be an Object');
  const { text, ...asks } = given;
  demand(
    typeof text === 'string' && text.trim() !== '',
    'Bad Request: keyboard button text must be non-empty',
  );
  const asked = Object.keys(asks);
  const [unknown] = asked.filter((name) => !ASKS.some((ask) => ask === name));
  demand(unknown === undefined, `Bad Request: the stand-in knows no ${String(unknown)} of a key`);
  demand(asked.length <= 1, 'Bad Request: a key asks for one thing');
  demand(
    Object.values(asks).every((value) => value === true),
    'Bad Request: a key asks with true',
  );
  return { text, ...asks };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
