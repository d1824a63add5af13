import type { Lang } from '../../../domain/language.ts';
import { type Content, type Entry, type FieldSpec, linesOf } from '../../approved/index.ts';

/** Fits on a button of every channel. */
export const MAX_TITLE = 20;
const MAX_QUESTION = 120;
/** Ten lines of a cheap phone. */
const MAX_ANSWER = 400;
const MAX_OTHERS = 900;
const MAX_SOURCE = 160;

/** Languages an explainer may be written in; the first one it must have. */
export const LANGS = ['fr', 'bm'] as const;

/** What an explainer says, field by field; its form, its reading and its page are made from this list. */
export const EXPLAINER_FIELDS: readonly FieldSpec[] = [
  ...LANGS.flatMap((lang): FieldSpec[] => {
    const required = lang === 'fr' ? ({ required: true } as const) : {};
    return [
      { name: `${lang}_titre`, kind: 'line', max: MAX_TITLE, lang, ...required },
      { name: `${lang}_question`, kind: 'words', max: MAX_QUESTION, lang, ...required },
      { name: `${lang}_reponse`, kind: 'words', max: MAX_ANSWER, lang, ...required },
      { name: `${lang}_autres`, kind: 'lines', max: MAX_OTHERS, lang },
    ];
  }),
  { name: 'source', kind: 'line', max: MAX_SOURCE, lang: 'fr', required: true },
  { name: 'lien', kind: 'address' },
  { name: 'theme', kind: 'choice', required: true },
  { name: 'bureau', kind: 'choice', lang: 'fr', required: true },
  { name: 'revoir', kind: 'day', required: true },
];

export interface ExplainerText {
  title: string;
  question: string;
  answer: string;
  others: readonly string[];
}

/** An approved question and answer, as citizens read it. */
export interface Explainer {
  id: string;
  org: string;
  texts: Readonly<Partial<Record<Lang, ExplainerText>>>;
  source: string;
  /** `''` where there is none. */
  link: string;
  theme: string;
  /** Id of the office that answers for it. */
  office: string;
  /** After that day it is stale and offered no more. */
  reviewBy: string;
  /** When a second person approved it, milliseconds since 1970. */
  approvedAt: number;
  demo: boolean;
}

/** What was approved; `undefined` where nothing is. */
export function explainerOf({ id, org, live, demo }: Entry): Explainer | undefined {
  if (live === undefined) return undefined;
  const { content, at } = live;
  const of = (name: string): string => content[name] ?? '';
  const texts = Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = textOf(content, lang);
      return text === undefined ? [] : [[lang, text] as const];
    }),
  );
  return {
    ...{ id, org, texts, demo, approvedAt: at, source: of('source'), link: of('lien') },
    ...{ theme: of('theme'), office: of('bureau'), reviewBy: of('revoir') },
  };
}

/** A language has a text only when it has a whole one. */
function textOf(content: Content, lang: Lang): ExplainerText | undefined {
  const of = (part: string): string => content[`${lang}_${part}`] ?? '';
  const [title, question, answer] = [of('titre'), of('question'), of('reponse')];
  if (title === '' || question === '' || answer === '') return undefined;
  return { title, question, answer, others: linesOf(of('autres')) };
}

/** Nobody goes without: who has no text in their language gets another one, and is told so. */
export function textFor(
  { texts }: Pick<Explainer, 'texts'>,
  lang: Lang,
): { lang: Lang; text: ExplainerText } | undefined {
  for (const each of [lang, ...LANGS]) {
    const text = texts[each];
    if (text !== undefined) return { lang: each, text };
  }
  return undefined;
}
