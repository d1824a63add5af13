import { MAX_CAPTION_LENGTH } from '../domain/message.ts';

/** The tightest limit among our channels on one message's text, in UTF-16 units. */
const MAX_BUBBLE = 4000;
/** Leaves room for the mark of a message that is sent again. */
const MAX_CAPTION = MAX_CAPTION_LENGTH - 24;

/** What goes with words: a recording of them, or a picture. */
interface Carried {
  audio?: string | undefined;
  image?: string | undefined;
}

/** Something said, and what goes with it. */
export interface Part extends Carried {
  text: string;
}

/**
 * As few messages as can be: one while the text fits and there is one recording or picture. Neither leaves without words,
 * so that nothing is lost where it is gone: what is too long to stand under it is cut, and its end stays with it.
 */
export function pack(parts: readonly Part[]): Part[] {
  return grouped(parts).flatMap(({ texts, ...carried }) => {
    if (!carries(carried)) return join(texts, MAX_BUBBLE).map((text) => ({ text }));
    const { before, last } = withEnd(texts);
    return [...join(before, MAX_BUBBLE).map((text) => ({ text })), { text: last, ...carried }];
  });
}

interface Together extends Carried {
  texts: string[];
}

const carries = ({ audio, image }: Carried): boolean => audio !== undefined || image !== undefined;

/** A message carries one recording or picture at most. */
function grouped(parts: readonly Part[]): Together[] {
  const groups: Together[] = [];
  for (const { text, audio, image } of parts) {
    const carried = carries({ audio, image });
    if (text === '' && !carried) continue;
    let group = groups.at(-1);
    if (group === undefined || (carried && carries(group))) {
      group = { texts: [] };
      groups.push(group);
    }
    if (text !== '') group.texts.push(text);
    // Words of a picture are there to be read: their recording stays behind.
    if (image !== undefined) group.image = image;
    else if (audio !== undefined) group.audio = audio;
  }
  return groups;
}

/** The longest end in whole paragraphs that fits under a recording; where the last one alone does not, its own end. */
function withEnd(texts: readonly string[]): { before: string[]; last: string } {
  for (let from = 0; from < texts.length; from += 1) {
    const last = texts.slice(from).join(GAP);
    if (last.length <= MAX_CAPTION) return { before: texts.slice(0, from), last };
  }
  const paragraph = texts.at(-1) ?? '';
  const from = beginningOfEnd(paragraph);
  const before = [...texts.slice(0, -1), paragraph.slice(0, from).trimEnd()];
  return { before: before.filter((text) => text !== ''), last: paragraph.slice(from).trimStart() };
}

/** After the first line, sentence or word that ends within what fits, in this order; never inside a surrogate pair. */
function beginningOfEnd(paragraph: string): number {
  const from = paragraph.length - MAX_CAPTION;
  const end = paragraph.slice(from);
  for (const gap of [/\n/, /[.!?…] /, / /]) {
    const at = end.search(gap);
    if (at >= 0 && at < MAX_CAPTION / 2) return from + at + 1;
  }
  return /[\uDC00-\uDFFF]/.test(paragraph.charAt(from)) ? from + 1 : from;
}

const GAP = '\n\n';

function join(paragraphs: readonly string[], most: number): string[] {
  const texts: string[] = [];
  for (const paragraph of paragraphs.flatMap((each) => cut(each, most))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + GAP.length + paragraph.length <= most)
      texts[texts.length - 1] = `${last}${GAP}${paragraph}`;
    else texts.push(paragraph);
  }
  return texts;
}

/** Cuts an overlong paragraph at a space where there is one, never inside a surrogate pair. */
function cut(paragraph: string, most: number): string[] {
  if (paragraph.length <= most) return [paragraph];
  const space = paragraph.lastIndexOf(' ', most);
  let end = space > most / 2 ? space : most;
  if (/[\uD800-\uDBFF]/.test(paragraph.charAt(end - 1))) end -= 1;
  return [paragraph.slice(0, end), ...cut(paragraph.slice(end).trimStart(), most)];
}
