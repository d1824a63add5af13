import type { MediaCard } from '../../domain/media.ts';
import type { Outbound } from '../../domain/message.ts';
import { listed } from '../platform/numbered.ts';

/** The message as lines: its text, what its recording or picture weighs, then a numbered line for each choice. */
export function render(
  { text, choices = [] }: Pick<Outbound, 'text' | 'choices'>,
  audio?: Partial<MediaCard>,
  image?: Pick<MediaCard, 'size'>,
): string {
  const numbered = listed(choices).map((line) => `  ${printable(line)}\n`);
  return `${printable(text)}\n${image === undefined ? '' : `[image ${kilobytes(image.size)}]\n`}${audio === undefined ? '' : audioLine(audio)}${numbered.join('')}\n`;
}

/** `[audio 0:12, 34 kB]`, as far as it is known. */
function audioLine({ seconds, size }: Partial<MediaCard>): string {
  const facts = [
    ...(seconds === undefined ? [] : [clockTime(Math.round(seconds))]),
    ...(size === undefined ? [] : [kilobytes(size)]),
  ];
  return `[audio${facts.length > 0 ? ` ${facts.join(', ')}` : ''}]\n`;
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} kB`;

const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Text of people must not move the cursor, change colours or set the window's title: control codes are left out. */
const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (code) => (code === '\n' || code === '\t' ? code : ''));
