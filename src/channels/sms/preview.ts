import { type Preview, tightOn } from '../../domain/shown.ts';
import { smsOf, type Writing } from './fit.ts';
import { type Size, sizeOf } from './gsm.ts';
import { CHANNEL } from './to-inbound.ts';

/** A message as SMS, and what it costs. */
export const preview = (writing: Writing): Preview => ({
  id: CHANNEL,
  show({ text, choices = [], audio, image }) {
    const fitted = smsOf(text.trim(), choices, writing);
    const messages = fitted?.messages ?? [];
    const sizes = messages.map(sizeOf);
    const carries = audio !== undefined || image !== undefined;
    return {
      way: choices.length > 0 ? 'numbers' : 'words',
      messages: messages.map((said) => ({ text: said, keys: [] })),
      bytes: sum(sizes.map(bytesOf)),
      sms: {
        parts: sum(sizes.map(({ parts }) => parts)),
        units: sum(sizes.map(({ units }) => units)),
        coding: sizes.some(({ coding }) => coding === 'ucs2') ? 'ucs2' : 'gsm',
        cut: fitted?.cut ?? false,
      },
      ...(carries && { file: 'left_out' as const }),
      ...(fitted === undefined && { refused: 'too_long' }),
      tight: tightOn(CHANNEL, choices),
    };
  },
});

/** Seven bits a letter, or two bytes. */
const bytesOf = ({ coding, units }: Size): number =>
  coding === 'gsm' ? Math.ceil((units * 7) / 8) : units * 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
