import type { Lang } from '../../../domain/language.ts';
import type { CannedReply } from '../ports.ts';

/** A canned reply as it is offered to somebody of this language. */
export interface CannedText {
  id: string;
  title: string;
  text: string;
  /** What it is written in. */
  lang: Lang;
  /** That is the person's own. */
  own: boolean;
}

/** Those in the person's language first, then those that are there in another one only. */
export function cannedFor(replies: readonly CannedReply[], lang: Lang): CannedText[] {
  const offered = replies.flatMap(({ id, title, texts }): CannedText[] => {
    const own = texts[lang];
    if (own !== undefined && own !== '') return [{ id, title, text: own, lang, own: true }];
    const [other] = Object.entries(texts).filter(([, text]) => text !== '');
    return other === undefined ? [] : [{ id, title, lang: other[0], text: other[1], own: false }];
  });
  return [...offered.filter(({ own }) => own), ...offered.filter(({ own }) => !own)];
}

/** Adds a canned reply to what was typed, as a paragraph of its own. */
export const inserted = (typed: string, text: string): string =>
  typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`;
