import type { Problem, ProblemCode } from '../../../language/reviewing/index.ts';

const quoted = (words = ''): string => `« ${words} »`;

export type ProblemWords = Readonly<Record<ProblemCode, (problem: Problem) => string>>;

/** What is wrong with a text or a line, in French, and what to do. */
export const PROBLEMS_FR: ProblemWords = {
  file_too_large: () => 'Le fichier est plus grand qu’un fichier de textes. Est-ce le bon ?',
  file_unreadable: () =>
    'Ce n’est ni un classeur (.xlsx) ni un fichier PO, ou il est abîmé. Enregistrez-le de nouveau en .xlsx.',
  not_utf8: () => 'Le fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.',
  no_sheet: ({ given }) => `La feuille ${quoted(given)} manque. Est-ce un fichier exporté par Benkan ?`,
  no_column: ({ given }) =>
    `La colonne ${quoted(given)} manque. Remettez-la, ou recopiez les lignes dans un nouvel export.`,
  column_twice: ({ given }) => `La colonne ${quoted(given)} est là deux fois. Ôtez-en une.`,
  cells_merged: () => 'Des cases sont fusionnées. Séparez-les : une ligne, un texte.',
  key_missing: () => 'La clé manque. Recopiez-la de l’export.',
  key_unknown: () => 'Ce texte n’existe pas, ou plus.',
  two_differ: ({ given, expected }) =>
    `Deux demandes différentes pour ce texte : ${given ?? ''} ; ${expected ?? ''}. Décidez laquelle.`,
  fingerprint_missing: () => 'L’empreinte manque ou a changé. Recopiez-la de l’export.',
  french_changed: ({ given, expected }) =>
    `Le français a changé depuis l’export. Il disait ${quoted(given)}, il dit ${quoted(expected)}.`,
  text_changed: ({ given, expected }) =>
    expected === undefined
      ? `Quelqu’un a changé ce texte au même moment ; le fichier dit ${quoted(given)}.`
      : `Le texte a changé depuis l’export. Il dit ${quoted(expected)}${given === '' ? '' : `, le fichier ${quoted(given)}`}.`,
  not_text: ({ given }) =>
    `La case ${quoted(given)} contient une date ou un calcul. Mettez-la au format texte et écrivez de nouveau.`,
  formula: ({ given }) => `Commence comme une formule (${given ?? ''}). Écrivez-le comme un texte.`,
  invisible: ({ given }) => `Contient un signe que personne ne voit (${given ?? ''}). Écrivez-le de nouveau.`,
  look_alike: ({ given }) =>
    `${quoted(given)} ressemble seulement à une lettre de l’alphabet. Écrivez ɛ ɔ ɲ ŋ ou s.`,
  tone: ({ given }) => `${quoted(given)} porte un ton. Les tons ne s’écrivent pas.`,
  placeholder_broken: ({ given }) => `Les accolades ne sont pas fermées. À garder tel quel : ${given ?? ''}`,
  placeholder_missing: ({ given }) => `Il manque ${given ?? ''}. Mettez-le à sa place.`,
  placeholder_added: ({ given }) => `${given ?? ''} n’est pas dans le français.`,
  too_long: ({ given, expected }) => `${given ?? ''} signes : un bouton en montre ${expected ?? ''}.`,
  empty: () => 'Écrivez un texte.',
  verdict_unclear: ({ given }) => `${quoted(given)} n’est ni « oui » ni « non ».`,
  reviewer_missing: () => 'On ne sait pas qui a relu. Écrivez un nom.',
  verdict_missing: () => 'Corrigé, mais ni approuvé ni refusé : gardé « à relire ».',
  french_edited: () => 'Le français a été changé dans le fichier : il ne change pas par ici.',
  term_deviates: ({ given, expected }) => `Dit ${quoted(given)} ; le mot choisi est ${quoted(expected)}.`,
  accent: ({ given }) => `${quoted(given)} est du français, ou un ton. Les tons ne s’écrivent pas.`,
};
