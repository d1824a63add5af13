/**
 * Entries that one person writes and another approves before anybody reads them (T21): their life, their store, and the
 * staff pages that are made from a list of their fields. For explainers and milestones; no capability by itself.
 */
export { demoEntry } from './life/demo.ts';
export { type Desk, desk } from './life/desk.ts';
export { type Database, entriesRule, type EntriesStore, entriesStore } from './life/entries-store.ts';
export type { Content, Entry } from './life/entry.ts';
export { madeOfSaid } from './life/made-of-said.ts';
export { type FieldSpec, lacksOf, linesOf, type Options } from './pages/fields.ts';
export type { Kind, KindWords } from './pages/kind.ts';
export { entryRoutes } from './pages/routes.tsx';
export { approvedStyles } from './pages/styles.ts';
