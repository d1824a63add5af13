export { type Asset, assetsRouter, makeAsset, readAsset } from './assets.ts';
export { Button, ButtonLink } from './button.tsx';
export { Document } from './document.tsx';
export { csv } from './csv.ts';
export { DoorPage } from './door-page.tsx';
export { EmptyState } from './empty-state.tsx';
export { Field } from './field.tsx';
export { type FilterLink, FilterLinks } from './filter-links.tsx';
export { formatsOf } from './formats.ts';
export { LinkCards } from './link-cards.tsx';
export { LIVE_HEADER, Live } from './live.tsx';
export { liveScripts } from './live-scripts.ts';
export { Notice, type NoticeTone } from './notice.tsx';
export {
  eachLang,
  inARow,
  inLangs,
  type InLangs,
  isStaffLang,
  labelled,
  type Said,
  said,
  STAFF_LANGS,
  type StaffLang,
} from './languages.ts';
export { useLang, useWords } from './language-context.ts';
export { type LanguageChoice } from './language-switch.tsx';
export { type Problem, sendProblem } from './problem.ts';
export { renderPage, renderPart } from './render.ts';
export * from './list/index.ts';
export { NKO_FACE, nkoFont } from './nko-font.ts';
export { NothingHere } from './nothing-here.tsx';
export { pack, packLater, sendPacked, sendPackedOnce, sendStreamed } from './packed.ts';
export { builtScript } from './built-script.ts';
export { RECORDING_TYPES, RecordingField } from './recording/recording-field.tsx';
export { recordingScripts, recordingStyles } from './recording/styles.ts';
export { RECORDING } from './recording/texts.ts';
export { RefusedMove } from './refused-move.tsx';
export { Select } from './select.tsx';
export { type Flash, type NavItem, type StaffFrame, StaffPage } from './staff-page.tsx';
export { schemes } from './schemes.ts';
export { BASE, kitStyles, PARTS, TOKENS } from './styles.ts';
export { type Column, Table } from './table.tsx';
export { TextArea } from './text-area.tsx';
export { isTheme, type Theme } from './themes.ts';
