import { CHOICE_WAYS } from '../../domain/choice-limits.ts';
import type { Lang } from '../../domain/language.ts';
import type { Finding } from '../finding.ts';
import type { CompiledFlow, CompiledStep } from '../flow-set.ts';
import type { TextUse } from '../nodes/node-kind.ts';
import type { TextKey, Texts } from '../types.ts';
import { atStep } from './at-step.ts';

export interface LabelLimit {
  channel: string;
  max: number;
}

/**
 * What each channel shows whole, in whichever of its ways takes most: what is too long for a button of WhatsApp goes into
 * a list.
 */
export const LABEL_LIMITS: readonly LabelLimit[] = [
  ...new Set(CHOICE_WAYS.map(({ channel }) => channel)),
].map((channel) => ({
  channel,
  max: Math.max(...CHOICE_WAYS.flatMap((way) => (way.channel === channel ? way.label : []))),
}));

/** Texts the engine says by itself, whatever the flows are. */
const ALWAYS: readonly TextUse[] = [
  'resume',
  'flow_changed',
  'back',
  'back_to',
  'back_no_further',
  'question_changed',
].map((key) => ({
  text: { flow: 'bot', key },
  given: [],
}));

/** Texts that a language lacks, that name what they are not given, and labels too long or alike. */
export function textsMissing(
  flows: readonly CompiledFlow[],
  texts: Texts,
  limits: readonly LabelLimit[],
  fold: (word: string) => string,
): Finding[] {
  const told = new Set<string>();
  const found: Finding[] = [];
  const look = (flow: CompiledFlow, step: CompiledStep, uses: readonly TextUse[]): void => {
    for (const lang of texts.languages)
      for (const [code, message] of usesIn(uses, texts, lang, { limits, fold })) {
        // The bot's own texts are used by every question, and told of once.
        if (told.has(message)) continue;
        if (message.includes('bot.yaml')) told.add(message);
        found.push(atStep(flow, step, code, message));
      }
  };
  for (const flow of flows) {
    const [first] = flow.steps;
    if (first) look(flow, first, ALWAYS);
    for (const step of flow.steps) look(flow, step, step.node.texts);
  }
  return found;
}

function* usesIn(
  uses: readonly TextUse[],
  texts: Texts,
  lang: Lang,
  { limits, fold }: { limits: readonly LabelLimit[]; fold: (word: string) => string },
): Generator<[code: string, message: string]> {
  const labels = new Map<string, string>();
  for (const { text, given, label, marked } of uses) {
    const words = texts.text(lang, text);
    const place = `${text.key} in ${fileOf(lang, text)}`;
    if (words === undefined || words.trim() === '') {
      yield ['missing_text', `Write ${place}.`];
      continue;
    }
    for (const name of placeholders(words))
      if (!given.includes(name))
        yield [
          'unknown_placeholder',
          `Give ${name} in the step's "with", or take {{${name}}} out of ${place}.`,
        ];
    if (!label) continue;
    const { length } = Array.from(words);
    const room = (limit: LabelLimit): number => limit.max - (marked ? MARK : 0);
    const over = limits.filter((limit) => length > room(limit)).sort((one, other) => one.max - other.max);
    const [strictest] = over;
    if (strictest !== undefined)
      yield [
        'label_too_long',
        `Shorten ${place} to ${room(strictest)} characters (${over.map(({ channel }) => channel).join(', ')}); ` +
          `it has ${length}. Up to 20 fit on a button.`,
      ];
    // Typed, they would be one word.
    const typed = fold(words);
    const twin = labels.get(typed);
    if (twin !== undefined) yield ['same_label', `Word ${place} otherwise: ${twin} reads the same.`];
    labels.set(typed, text.key);
  }
}

/** What stands before a choice that was taken. */
const MARK = 2;

const fileOf = (lang: Lang, { flow }: TextKey): string =>
  `locales/${lang}/${flow === 'bot' ? 'bot.yaml' : `flows/${flow}.yaml`}`;

/** The names between double braces, without i18next's formatting. */
function placeholders(words: string): string[] {
  return [...words.matchAll(/\{\{-?\s*([^\s,}]+)[^}]*\}\}/g)].flatMap(([, name]) => name ?? []);
}
