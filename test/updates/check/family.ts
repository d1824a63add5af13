/** Sentences items are made of, with places for what differs: `{n}`, `{day}`, `{place}`, `{name}`, `{body}`. */
export interface Family {
  name: string;
  titles: readonly string[];
  /** First paragraphs and second ones. */
  sentences: readonly string[];
  bm: { titles: readonly string[]; sentences: readonly string[] };
  names: readonly string[];
  bodies: readonly string[];
  /** What people write around what they send on: they claim nothing. */
  before: readonly string[];
  after: readonly string[];
  /** What somebody puts to it who claims more. */
  claims: readonly string[];
  /** What others write of the same things. */
  others: readonly string[];
}
