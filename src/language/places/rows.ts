/** How far a row can be relied on; shown wherever the product uses the row. */
export type Confidence = 'sourced' | 'provisional';

/** `aliases`: Bambara names of the glossary, older and plain spellings. Folding and typing errors are not listed. */
export interface RegionRow {
  slug: string;
  name: string;
  aliases: readonly string[];
  confidence: Confidence;
  source: string;
}

/** `region` is that of 2023. `inferred`: the region was read off press lists and maps, not the law. */
export interface CercleRow {
  name: string;
  region: string;
  aliases: readonly string[];
  confidence: Confidence;
  inferred: boolean;
  source: string;
}

/** A commune or quarter people name, and the slug of the finest place it is understood as. */
export interface CommuneRow {
  name: string;
  cercle: string;
  confidence: Confidence;
  source: string;
}
