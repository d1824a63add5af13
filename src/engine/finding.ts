/** What is wrong with a flow, where, and what to do about it. Written for the flow's author. */
export interface Finding {
  file: string;
  line: number;
  step?: string;
  /** Stable word for programs, e.g. `dangling_goto`. */
  code: string;
  /** What is wrong and what to do. */
  message: string;
}

/** By file, then line: the order in which an author works through them. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || (a.code < b.code ? -1 : 1),
  );
}
