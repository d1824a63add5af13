import type { MediaCard } from '../../domain/media.ts';
import type { Outbound } from '../../domain/message.ts';
import { listed } from '../platform/numbered.ts';

/** The message as lines: its text, what its recording weighs, then a numbered line for each choice. */
export function render(
  { text, choices = [] }: Pick<Outbound, 'text' | 'choices'>,
  audio?: Partial<MediaCard>,
): string {
  const numbered = listed(choices).map((line) => `  ${printable(line)}\n`);
  return `${printable(text)}\n${audio === undefined ? '' : audioLine(audio)}${numbered.join('')}\n`;
}

/** `[audio 0:12, 34 kB]`, as far as it is known. */
function audioLine({ seconds, size }: Partial<MediaCard>): string {
  const facts = [
    ...(seconds === undefined ? [] : [clockTime(Math.round(seconds))]),
    ...(size === undefined ? [] : [`${Math.max(1, Math.round(size / 1000))} kB`]),
  ];
  return `[audio${facts.length > 0 ? ` ${facts.join(', ')}` : ''}]\n`;
}

const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Text of people must not move the cursor, change colours or set the window's title: control codes are left out. */
const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (code) => (code === '\n' || code === '\t' ? code : ''));
