import type { Speaker } from '../../../conversation/ports.ts';
import type { AskType } from '../../../engine/types.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownCategory } from '../results/suppression.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Figures } from './figures.ts';
import type { SurveyTexts } from './texts.fr.ts';

/** The citizens' own words for a survey, so that staff read what was asked. */
export interface Words {
  /** Of a survey's own words, whatever the page speaks. */
  lang: Lang;
  title(survey: SurveyOutline): string;
  question(survey: SurveyOutline, key: string, current: boolean): string;
  line(survey: SurveyOutline, question: { key: string; type: AskType }, line: ShownCategory): string;
}

/** Where place names come from; `undefined` for a slug of an older list. */
export type PlaceName = (slug: string) => string | undefined;

export function words(
  texts: Pick<SurveyTexts, 'fromTo' | 'fromUnder'>,
  speaker: Speaker,
  placeName: PlaceName,
  figures: Figures,
): Words {
  const lang = speaker.fallback;
  return {
    lang,
    title: ({ id, title }) => (title === undefined ? nameOf(id) : speaker.say(lang, title)),
    question: ({ flow, questions }, key, current) =>
      current && !isComputed(questions, key) ? speaker.say(lang, { flow, key: `${key}.ask` }) : nameOf(key),
    line({ flow, questions }, question, { key, range }) {
      if (range !== undefined) return rangeOf(range, figures, texts);
      if (question.type === 'yes_no') return speaker.say(lang, { flow: 'bot', key: `yes_no.${key}` });
      if (question.type === 'place') return placeName(key) ?? nameOf(key);
      if (question.type === 'scale') return figures.number(Number(key));
      if (question.type === 'date') return spanOf(key, lang, speaker);
      const known = questions.find((one) => one.key === question.key)?.choices.includes(key) === true;
      return known ? speaker.say(lang, { flow, key: `${question.key}.choices.${key}` }) : nameOf(key);
    },
  };
}

const isComputed = (questions: SurveyOutline['questions'], key: string): boolean =>
  questions.some((one) => one.key === key && one.computed === true);

/** A code as words, for what no text exists any more: `sondage-paix` → `Sondage paix`. */
function nameOf(code: string): string {
  const spaced = code.replaceAll(/[-_]+/gu, ' ').trim();
  return spaced.charAt(0).toLocaleUpperCase('fr') + spaced.slice(1);
}

/** "mai 2026"; a year stands for itself. */
function spanOf(key: string, lang: string, speaker: Speaker): string {
  const [year = key, month] = key.split('-');
  if (month === undefined) return year;
  return `${speaker.say(lang, { flow: 'bot', key: `dates.months.${Number(month)}` })} ${year}`;
}

function rangeOf(
  { from, to, whole }: NonNullable<ShownCategory['range']>,
  figures: Figures,
  texts: Pick<SurveyTexts, 'fromTo' | 'fromUnder'>,
): string {
  if (from === to) return figures.number(from);
  const [low, high] = [figures.number(from), figures.number(to)];
  if (!whole) return texts.fromUnder(low, high);
  // An en dash between negative numbers would read as another minus.
  return from < 0 ? texts.fromTo(low, high) : `${low}–${high}`;
}
