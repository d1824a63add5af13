/**
 * The language room: what people type is understood here, and the only place text is made.
 *
 * **Understanding** folds for matching only, never for display, and goes from the surest level down; a level that knows
 * two meanings answers `many`, which is asked, not guessed:
 * 1. *exact*: NFKC, lower case, ASCII digits (of Arabic-Indic, N'Ko, full-width and circled ones too), one apostrophe,
 *    nothing invisible, no punctuation or emoji around the words; *toneless*: the same without tone marks;
 * 2. *safe*: accents off, ɛ→e, ɔ→o, ɲ→ny, ŋ→ng, apostrophes closed up;
 * 3. *French-like*: ou→u, tch/ch/ti+vowel→c, dj→j, gn→ny, gu→g, kh→g, doubled letters; then the same without spaces;
 * 4. typing errors, word by word and relative to length: for labels and long command words, never in words up to three
 *    letters, never in the first letter; in names of places there too, where little is left it is asked. Never for yes
 *    and no.
 *
 * Tables are of whole utterances: a sentence that contains a command word is no command. From three words on a detector
 * says in which language a message is written; it may suggest another, and never changes it.
 *
 * **Speaking** takes texts by key from `locales/<lang>/`, through i18next; a missing text falls back to French.
 *
 * **Attesting** looks up every word of a language in the project's sources; what stands in none is not said.
 */
export { readTable } from './attesting/csv.ts';
export { type AttestedLanguage, attestLanguage } from './attesting/attest-language.ts';
export { type Doubt, doubtsOf, readDoubts } from './attesting/review-list.ts';
export { stemsOf as attestedStems } from './attesting/suffixes.ts';
export {
  type Attested,
  readVocabulary,
  unattestedIn,
  type Vocabulary,
} from './attesting/vocabulary.ts';
export { type Detected, detectLanguage } from './detection/detect-language.ts';
export { readWriting } from './detection/read-writing.ts';
export { suggestSwitch } from './detection/suggest-switch.ts';
export { type Case, type Kind, readCases } from './evaluating/cases.ts';
export { evaluate, type Report, type Score } from './evaluating/evaluate.ts';
export { foldFrenchLike, foldSafe } from './folding/fold.ts';
export { tidy, visible } from './folding/tidy.ts';
export { intentReader } from './intents/read-intent.ts';
export { COMMANDS } from './intents/words.ts';
export { checkPacks } from './packs/check-packs.ts';
export { packsFor } from './packs/offered-in.ts';
export type { Pack } from './packs/read-packs.ts';
export { SPOKEN_IN } from './packs/spoken-in.ts';
export { checkPlainWords } from './plain/check-plain-words.ts';
export { CERCLE_LIST, REGION_LIST } from './places/gazetteer.ts';
export { checkTerms, readTerms } from './speaking/check-terms.ts';
export { compareLocales, type LocaleFinding } from './speaking/compare-locales.ts';
export type { LocaleText } from './speaking/locale-text.ts';
export { type Locale, type Locales, readLocales } from './speaking/locales.ts';
export { placeholdersOf } from './speaking/placeholders.ts';
export type { Provenance } from './speaking/provenance.ts';
export { loadSpeaker, type MissingText, type SpeakingTexts } from './speaking/speaker.ts';
export type { TermChoice } from './speaking/terms-file.ts';
export type { IntentReader, Match, Option, Param, TextKey, Understanding } from './types.ts';
export { understanding } from './understanding.ts';
