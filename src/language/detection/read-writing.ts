import type { Lang } from '../../domain/language.ts';
import type { Writing } from '../types.ts';
import { suggestSwitch } from './suggest-switch.ts';

/**
 * In what a message was written that nothing understood: N'Ko letters, which cannot be read without their tones, or
 * plainly the other language than the one talked in.
 */
export function readWriting(text: string, lang: Lang): Writing {
  if (NKO_LETTER.test(text)) return { kind: 'nko' };
  const other = suggestSwitch(text, lang);
  return other === undefined ? { kind: 'unknown' } : { kind: 'language', lang: other };
}

/** Its digits (U+07C0 to U+07C9) are numbers in any text, and say nothing of the words. */
const NKO_LETTER = /[\u07ca-\u07ea]/u;
