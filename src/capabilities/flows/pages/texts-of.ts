import type { Lang } from '../../../domain/language.ts';
import type { CompiledFlow, CompiledStep } from '../../../engine/flow-set.ts';
import type { TextKey } from '../../../engine/types.ts';
import type { Page } from './page.ts';

/** Where a text of a language stands: `published` is one that was published and is not what the file says now. */
type ReviewState = 'reviewed' | 'draft' | 'kept' | 'absent' | 'published';

export interface TextInLang {
  lang: Lang;
  text: string | undefined;
  state: ReviewState;
}

export interface StepText {
  key: TextKey;
  langs: TextInLang[];
}

/** A step's own texts, each in every language; texts of the bot as a whole are not the flow's. */
export const textsOf = (step: CompiledStep, speaker: Page['speaker']): StepText[] =>
  ownOf(step, speaker).map((key) => ({
    key,
    langs: speaker.languages.map((lang) => textIn(lang, key, speaker)),
  }));

/** How far a flow's texts are in one language. */
export function progressOf(
  flow: CompiledFlow,
  lang: Lang,
  speaker: Page['speaker'],
): { missing: number; toReview: number } {
  const states = flow.steps
    .flatMap((step) => ownOf(step, speaker))
    .map((key) => textIn(lang, key, speaker).state);
  const missing = states.filter((state) => state === 'absent').length;
  const reviewed = states.filter((state) => state === 'reviewed').length;
  return { missing, toReview: states.length - missing - reviewed };
}

const ownOf = ({ node }: CompiledStep, speaker: Page['speaker']): TextKey[] =>
  node.texts.flatMap(({ text, optional }) =>
    text.flow === 'bot' || isMissing(text, optional, speaker) ? [] : text,
  );

function isMissing(key: TextKey, optional: true | undefined, { languages, text }: Page['speaker']): boolean {
  return optional === true && languages.every((lang) => text(lang, key) === undefined);
}

/** One text in one language, and where its review stands. */
export function textIn(lang: Lang, key: TextKey, speaker: Page['speaker']): TextInLang {
  const text = speaker.text(lang, key);
  const texts = speaker.locales.get(lang)?.get(key.flow);
  const file = texts?.get(key.key) ?? texts?.get(`${key.key}_other`);
  if (text === undefined) return { lang, text, state: 'absent' };
  const corrected = speaker.corrected(lang, key);
  if (corrected !== undefined) return { lang, text, state: corrected };
  if (file === undefined || file.text !== text) return { lang, text, state: 'published' };
  if (file.reviewed) return { lang, text, state: 'reviewed' };
  return { lang, text, state: file.kept === undefined ? 'draft' : 'kept' };
}
