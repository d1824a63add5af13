import type { Outbound } from '../../domain/message.ts';

/** The message as lines: its text, then a numbered line for each choice. */
export function render({ text, choices = [] }: Pick<Outbound, 'text' | 'choices'>): string {
  const numbered = choices.map(({ label }, at) => `  ${at + 1}. ${printable(label)}\n`);
  return `${printable(text)}\n${numbered.join('')}\n`;
}

/** Text of people must not move the cursor, change colours or set the window's title: control codes are left out. */
const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (code) => (code === '\n' || code === '\t' ? code : ''));
