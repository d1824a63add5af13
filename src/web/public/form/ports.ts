/** A button under a line; `digits`: what may be typed for it. */
export interface LineChoice {
  id: string;
  label: string;
  digits?: string | undefined;
}

/** One message of a talk. `mine`: the person's own. */
export interface Line {
  n: number;
  text: string;
  lang?: string | undefined;
  choices: readonly LineChoice[];
  audio?: { url: string; bytes: number; seconds?: number | undefined } | undefined;
  image?: { url: string; bytes: number } | undefined;
  mine?: object | undefined;
}

/** What a form brings. */
export type Brought = { say: string } | { choose: string } | { file: { type: string; bytes: Buffer } };

/** Whom the form speaks to for its person. `unavailable` is a `Fault` where it reads, and an answer where it sends. */
export interface ChatDesk {
  /** A new chat. */
  open(): string;
  isToken(word: unknown): word is string;
  /** The same from the same page is said once. `shown`: how it stands in the talk; absent: it does not. */
  say(
    token: string,
    page: string,
    brought: Brought,
    shown?: string,
  ): Promise<{ kind: 'kept' } | { kind: 'refused'; status: number }>;
  /** Oldest first. */
  talk(token: string): Promise<Line[]>;
}
