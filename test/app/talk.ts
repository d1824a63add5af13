import { expect } from '@jest/globals';
import type { Value } from '../../src/engine/types.ts';
import { shipped } from '../flows/shipped.ts';
import { answerTo, offered, type Phone } from './phones.ts';

/** A text of the locales by name, `flow/key`, with what it is filled with. */
export type Said = string | readonly [name: string, params: Readonly<Record<string, Value>>];

/** What a person does, and the texts that must stand in the one answer. */
export type Line = ({ say: string } | { tap: string }) & {
  says: readonly Said[];
  /** In this language instead of the transcript's: nobody has chosen one yet. */
  lang?: string;
};

/**
 * Plays lines on a phone; each must be answered by exactly the texts it names.
 * @param written how the channel writes them, where that is not as they are
 */
export async function play(
  phone: Phone,
  lang: string,
  lines: readonly Line[],
  written = (text: string): string => text,
): Promise<void> {
  for (const line of lines) {
    const heard = await answerTo(phone, async () =>
      'say' in line ? phone.says(line.say) : phone.chooses(await offered(phone, line.tap)),
    );
    expect({ line: 'say' in line ? line.say : line.tap, heard: heard.text }).toEqual({
      line: 'say' in line ? line.say : line.tap,
      heard: written(words(line.lang ?? lang, line.says)),
    });
  }
}

/** Texts as one message says them, one after the other. */
export const words = (lang: string, says: readonly Said[]): string =>
  says.map((said) => textOf(lang, said)).join('\n\n');

function textOf(lang: string, said: Said): string {
  const [name, params] = typeof said === 'string' ? ([said, {}] as const) : said;
  const [flow = '', key = ''] = name.split('/');
  return shipped.speaker.say(lang, { flow, key }, params);
}
