import type { Choice } from '../../domain/message.ts';
import { listed } from '../platform/numbered.ts';
import { sizeOf } from './gsm.ts';
import { plain } from './plain.ts';

/** How texts are written. */
export interface Writing {
  /** `plain`: in the letters of GSM 03.38 where that can be; `exact`: as they are, at 70 letters an SMS where one is not in it. */
  letters: 'plain' | 'exact';
  /** Who cuts what is longer than one SMS: the gateway, whose parts a phone joins again, or we, numbered `1/3`. */
  long: 'gateway' | 'numbered';
  /** The most SMS one message may cost. */
  maxParts: number;
}

export interface Fitted {
  /** What the gateway is asked to send, one after the other. */
  messages: string[];
  /** Something of the text was left out. */
  cut: boolean;
}

/**
 * A message as SMS (C7): its choices are numbered lines, and the number, the label or something close to it answers. A
 * text that would cost too much is cut at a word; choices never are. `undefined`: they alone cost too much.
 */
export function smsOf(
  text: string,
  choices: readonly Omit<Choice, 'id'>[],
  writing: Writing,
): Fitted | undefined {
  const write = (given: string): string => (writing.letters === 'plain' ? plain(given) : given);
  const lines = listed(choices).map((line) => write(line.replaceAll('\n', ' ')));
  const body = write(text);
  const messagesOf = (said: string): string[] | undefined => {
    const whole = [said, ...lines].filter((line) => line !== '').join('\n');
    const messages = writing.long === 'numbered' ? numbered(whole) : [whole];
    const parts = messages.reduce((sum, message) => sum + sizeOf(message).parts, 0);
    return parts <= writing.maxParts ? messages : undefined;
  };
  const whole = messagesOf(body);
  return whole === undefined ? shortened(body, messagesOf) : { messages: whole, cut: false };
}

/** Stands where a text was cut; the same in every language. */
const CUT = ' (...)';

/** The longest beginning in whole words that can be paid for. */
function shortened(body: string, messagesOf: (said: string) => string[] | undefined): Fitted | undefined {
  const ends = Array.from(body.matchAll(/\S(?=\s|$)/gu), ({ index }) => index + 1);
  let found: string[] | undefined;
  let [low, high] = [0, ends.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const messages = messagesOf(body.slice(0, ends[middle]) + CUT);
    if (messages === undefined) high = middle - 1;
    else {
      found = messages;
      low = middle + 1;
    }
  }
  const messages = found ?? messagesOf(CUT.trim());
  return messages && { messages, cut: true };
}

/** Cut at words into SMS that say which of how many they are; one that fits alone says nothing. */
export function numbered(text: string): string[] {
  if (sizeOf(text).parts === 1) return [text];
  for (let digits = 1; ; digits += 1) {
    // The widest number there may be, so that every part has room for its own.
    const pieces = cutAtWords(text, '9'.repeat(digits * 2 + 2).length);
    if (String(pieces.length).length <= digits)
      return pieces.map((piece, at) => `${at + 1}/${pieces.length} ${piece}`);
  }
}

/** Pieces that leave `room` letters free in an SMS. */
function cutAtWords(text: string, room: number): string[] {
  const margin = '0'.repeat(room);
  const fits = (piece: string): boolean => sizeOf(margin + piece.trimEnd()).parts === 1;
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.match(/\s*\S+/gu) ?? []) {
    if (fits(piece + word)) {
      piece += word;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    piece = '';
    // A word longer than an SMS is cut between letters.
    for (const letter of Array.from(word.trimStart())) {
      if (!fits(piece + letter)) {
        pieces.push(piece);
        piece = '';
      }
      piece += letter;
    }
  }
  return [...pieces, piece].filter((each) => each !== '');
}
