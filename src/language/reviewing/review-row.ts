/** Where a text stands: `kept` is left in French for the reviewer, `absent` is said in French for want of another. */
export type ReviewState = 'reviewed' | 'draft' | 'kept' | 'absent';

/** Who found a text right, and when (`YYYY-MM-DD`). */
export interface Reviewed {
  by: string;
  on: string;
}

/** One text as its reviewer meets it, in the page, a sheet or a PO file. */
export interface ReviewRow {
  /** `flow/key`, as in `menu/choix.ask`. */
  id: string;
  flow: string;
  key: string;
  /** Where a citizen meets it. */
  where: string;
  french: string;
  /** What is said now; empty where the French is. */
  text: string;
  state: ReviewState;
  reviewed?: Reviewed;
  /** Placeholders that must stay, as they are written: `{{quand, jour}}`. */
  placeholders: readonly string[];
  /** Characters it may have, where a channel cuts what is longer. */
  max?: number;
  /** Its words, where they come from, and the choices that were made among them. */
  terms: readonly string[];
  /** What to look at first. */
  doubts: readonly string[];
}

/** What a reviewer gave for one text. */
export interface Correction {
  id: string;
  /** Where it stands, for whoever must find it again: `relecture.xlsx, Textes, ligne 12`. */
  at: string;
  /** New words; empty where none were given. */
  text: string;
  verdict: 'yes' | 'no' | 'none';
  remark: string;
  by: string;
  /** Fingerprints of what the reviewer had before their eyes. */
  seen: { french: string; text: string };
  /** The French of the file, to show what has changed since. */
  french: string;
}

/** What {@link Correction.text} and {@link ReviewRow} are compared by. */
export const ROW_ID = /^[a-z0-9][\w-]*\/[\w.-]+$/iu;
