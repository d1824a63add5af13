/**
 * Reviewing: what a native speaker needs to judge the texts of a language, the files they fill, and what becomes of what
 * they wrote. Nothing here writes a file or reads the clock.
 */
export { readGlossaryFrench } from '../attesting/glossary-french.ts';
export { checkCell, checkWords, cleaned } from './check-words.ts';
export { type Corrected, correctedLocale, correctedOf, type CorrectedText } from './corrected.ts';
export { deviations } from '../speaking/check-terms.ts';
export { type Change, decide, type Decided } from './decide.ts';
export { type FileNotes } from './files/file-notes.ts';
export { MAX_FILE_BYTES, readCorrections } from './files/read-file.ts';
export { writePo } from './files/write-po.ts';
export { writeWorkbook } from './files/write-workbook.ts';
export { zipMembers } from './files/zip-members.ts';
export { fingerprintOf } from './fingerprint.ts';
export { frenchOf } from './french-of.ts';
export { isError, type Problem, type ProblemCode } from './problem.ts';
export type { Correction, ReviewRow, ReviewState } from './review-row.ts';
export { reviewRows, type TextPlace } from './review-rows.ts';
export { type DatedChange, takeChanges } from './take-changes.ts';
export type { GlossaryFrench } from './terms-of.ts';
