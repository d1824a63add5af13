import { z } from 'zod';
import { THEMES } from '../../updates/index.ts';

/** What a citizen says a question is about, in one tap: the themes of the news, and the rest. */
export const QUESTION_THEMES = [...THEMES, 'autre'] as const;
export type QuestionTheme = (typeof QUESTION_THEMES)[number];
export const isTheme = (text: unknown): text is QuestionTheme =>
  QUESTION_THEMES.some((theme) => theme === text);

const MAX_NAME = 60;
/** Longer promises than a month are none. */
export const MOST_PROMISED = 30;

/** A named office that answers questions about some themes, within so many days. */
export interface Office {
  id: string;
  org: string;
  /** As citizens read it, in whatever language: "Ministère de la Réconciliation, bureau des jeunes". */
  name: string;
  themes: readonly QuestionTheme[];
  /** Within so many days it promises an answer. */
  days: number;
  demo: boolean;
}

export const officeForm = z.strictObject({
  name: z.string().min(1).max(MAX_NAME),
  themes: z.array(z.enum(QUESTION_THEMES)),
  days: z.number().int().min(1).max(MOST_PROMISED),
});
export type OfficeForm = z.infer<typeof officeForm>;
