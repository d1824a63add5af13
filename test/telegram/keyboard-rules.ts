import { demand } from './refusal.ts';
import type { Button, InlineKeyboard } from './shapes.ts';

const MAX_BUTTONS = 100;

/** The inline keyboard of a message, or a refusal; other keyboards are not simulated. */
export function acceptKeyboard(given: unknown): InlineKeyboard | undefined {
  if (given === undefined || given === null) return undefined;
  demand(isRecord(given), 'Bad Request: object expected as reply markup');
  const rows = given['inline_keyboard'];
  demand(Array.isArray(rows), 'Bad Request: only inline keyboards are simulated');
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
