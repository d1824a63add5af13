import type { Spoken } from '../../../web/public/index.ts';
import { dayWords } from '../../../web/public/index.ts';
import type { UpdateContent } from '../model/content.ts';
import { type NewsPage, placeWords } from './page.ts';

/** One part of an item that another version puts otherwise. */
export interface Change {
  label: Spoken;
  was: Spoken;
  is: Spoken;
}

/** What a correction changed, part by part, in the language that is read. What was not there is `''`. */
export function changesBetween(
  page: NewsPage,
  lang: string,
  was: UpdateContent,
  is: UpdateContent,
): Change[] {
  const [old, fresh] = [partsOf(page, lang, was), partsOf(page, lang, is)];
  return fresh.flatMap(({ label, code, words }, nth) => {
    const before = old[nth];
    return before === undefined || before.code === code ? [] : [{ label, was: before.words, is: words }];
  });
}

interface Part {
  label: Spoken;
  /** What is compared: words may be the same for different things. */
  code: string;
  words: Spoken;
}

function partsOf(page: NewsPage, lang: string, content: UpdateContent): Part[] {
  const { words } = page;
  const { facts, fields } = words;
  const { date, place, theme, tier, source, funding, texts, image } = content;
  const text = texts[lang];
  const plain = (label: Spoken, is: string): Part => ({ label, code: is, words: is });
  return [
    { label: facts.tier, code: tier, words: tier === '' ? '' : words.tiers[tier] },
    plain(fields.title, text?.title ?? ''),
    plain(fields.first, text?.first ?? ''),
    plain(fields.second, text?.second ?? ''),
    { label: facts.date, code: date, words: dayWords(page.lang, date) },
    { label: facts.place, code: place, words: placeWords(page, place) },
    { label: facts.theme, code: theme, words: theme === '' ? '' : words.themes[theme] },
    plain(facts.source, [source.title, source.url].filter(Boolean).join(', ')),
    plain(facts.fingerprint, source.sha256),
    plain(facts.funding, funding),
    // Of a picture or a recording there is nothing to read: it is another one.
    { label: fields.image, code: image?.id ?? '', words: '' },
    { label: fields.audio, code: text?.audio ?? '', words: '' },
  ];
}
