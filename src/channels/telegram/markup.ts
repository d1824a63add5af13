import type { Choice, Outbound } from '../../domain/message.ts';
import { numbered } from '../platform/numbered.ts';

const MAX_TOKEN_BYTES = 64;

/** What stands under a message, or in the place of the phone's keyboard; nothing is changed where it is empty. */
export type Markup = ReturnType<typeof markupOf>;

/** The choices under a message, or the key that sends a number or a place, or the end of such a key. */
export const markupOf = ({ choices = [], asks, asksNoMore }: Outbound) => {
  if (choices.length > 0) return { reply_markup: { inline_keyboard: rows(choices) } };
  if (asks !== undefined) return { reply_markup: { ...KEYBOARD, keyboard: [[keyOf(asks)]] } };
  return asksNoMore ? WITHOUT_KEYS : {};
};

/** Whether Telegram takes these buttons. */
export const areButtons = (choices: readonly Choice[]): boolean => choices.every(fits);

/** Takes the key away; Telegram has it only beside a message without buttons. */
export const WITHOUT_KEYS = { reply_markup: { remove_keyboard: true } } as const;

/** As low as it can be, and gone once it was pressed. */
const KEYBOARD = { one_time_keyboard: true, resize_keyboard: true };

const keyOf = ({ what, label }: NonNullable<Outbound['asks']>) =>
  what === 'contact' ? { text: label, request_contact: true } : { text: label, request_location: true };

/** One button a row: labels are sentences, and phones are narrow. Each shows what may be typed instead. */
const rows = (choices: readonly Choice[]) =>
  choices.map((choice) => [{ text: numbered(choice), callback_data: choice.id }]);

function fits({ id, label }: Choice): boolean {
  const bytes = Buffer.byteLength(id);
  return bytes >= 1 && bytes <= MAX_TOKEN_BYTES && label.trim() !== '';
}
