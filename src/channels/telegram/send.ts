import type { Api } from 'grammy';
import type { SendOutcome } from '../../conversation/ports.ts';
import type { Choice, Outbound } from '../../domain/message.ts';
import { MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { outcomeOf } from './outcome.ts';
import { wellFormed } from './well-formed.ts';

const MAX_TOKEN_BYTES = 64;

/** One attempt to send; what Telegram would refuse anyway is refused without a call. */
export async function sendMessage(api: Api, message: Outbound): Promise<SendOutcome> {
  const { address, choices = [] } = message;
  const text = wellFormed(message.text);
  if (!/^-?\d{1,16}$/.test(address)) return refused('bad_address');
  if (text.trim() === '') return refused('empty');
  if (text.length > MAX_TEXT_LENGTH) return refused('too_long');
  if (!choices.every(fits)) return refused('bad_buttons');
  try {
    await api.raw.sendMessage({ chat_id: Number(address), text, ...NO_PREVIEW, ...keyboard(choices) });
    return { kind: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** A preview costs the reader data, and shows the page behind a link that someone else may have typed. */
const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

/** One button a row: labels are sentences, and phones are narrow. */
const keyboard = (choices: readonly Choice[]) =>
  choices.length > 0 && {
    reply_markup: { inline_keyboard: choices.map(({ id, label }) => [{ text: label, callback_data: id }]) },
  };

function fits({ id, label }: Choice): boolean {
  const bytes = Buffer.byteLength(id);
  return bytes >= 1 && bytes <= MAX_TOKEN_BYTES && label.trim() !== '';
}

const refused = (code: string): SendOutcome => ({ kind: 'refused', code, gone: false });
