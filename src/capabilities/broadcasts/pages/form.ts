import type { Lang } from '../../../domain/language.ts';
import { refusal } from '../../../domain/faults.ts';
import type { Draft } from '../desk.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { type TextFault, textFault, tidyText } from '../model/texts.ts';
import { type Chosen, isAudienceField } from './chosen.ts';
import { readTimes, type TimeFault } from './times.ts';

/** What can be wrong with one field; the page has the words. */
export type FieldFault = TextFault | TimeFault | 'missing' | 'bad_audience' | 'wrong';

/** A form as it was typed; every field of it, so that nothing typed is lost. */
export type Typed = Readonly<Record<string, string>>;

export type ReadForm =
  | { ok: true; draft: Draft }
  | { ok: false; faults: Readonly<Record<string, FieldFault>> };

/** What the field `urgence` says where a broadcast is urgent. */
export const URGENT = 'oui';
const MAX_NAME = 80;
const PLAIN = ['nom', 'urgence', 'quand', 'jour', 'heure', 'tous_les', 'jusqu_au', 'rev'];

export interface FormRules {
  languages: readonly Lang[];
  /** Addresses whose pages a text may lead to. */
  ours: readonly string[];
  audience: Chosen;
}

/**
 * Reads the form of a broadcast: `nom`, `texte_fr`, `texte_bm`…, the audience's own fields, and the times.
 * @throws Fault `unknown_field` for a field no page of ours has
 */
export function readForm(form: Typed, rules: FormRules, now: number): ReadForm {
  const known = new Set([...PLAIN, ...rules.languages.map(textField)]);
  if (Object.keys(form).some((field) => !known.has(field) && !isAudienceField(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const faults: Record<string, FieldFault> = {};
  const name = tidyText(form['nom'] ?? '').replaceAll('\n', ' ');
  if (name === '') faults['nom'] = 'missing';
  if (name.length > MAX_NAME) faults['nom'] = 'too_long';
  const urgency = form['urgence'] ?? '';
  if (!['', 'non', URGENT].includes(urgency)) faults['urgence'] = 'wrong';
  const texts = rules.languages.map((lang) => [lang, tidyText(form[textField(lang)] ?? '')] as const);
  for (const [lang, text] of texts) {
    const fault = textFault(text, rules.ours);
    if (fault !== undefined) faults[textField(lang)] = fault;
  }
  const { audience, from, fault: wrong } = rules.audience;
  if (wrong !== undefined) faults['public'] = 'bad_audience';
  const times = readTimes(form, now);
  Object.assign(faults, times.faults);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const written = texts.filter(([, text]) => text !== '').map(([lang, text]) => [lang, { text }]);
  const { at, every } = times;
  return {
    ok: true,
    draft: {
      ...{ name, content: Object.fromEntries(written) as Draft['content'], audience },
      ...{ urgent: urgency === URGENT, at, ...(every && { every }), ...(from !== undefined && { from }) },
    },
  };
}

export const textField = (lang: Lang): string => `texte_${lang}`;

/** The fields as they are typed, from a broadcast. */
export function typedOf({ name, content, urgent, at, every }: Broadcast): Typed {
  const texts = Object.entries(content).map(([lang, said]) => [textField(lang), said?.text ?? '']);
  return {
    ...{ nom: name, urgence: urgent ? URGENT : 'non', ...(Object.fromEntries(texts) as Typed) },
    ...(at === null
      ? { quand: '' }
      : { quand: 'date', jour: iso(at).slice(0, 10), heure: iso(at).slice(11, 16) }),
    ...(every && { tous_les: String(every.days), jusqu_au: iso(every.until).slice(0, 10) }),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
