/** A version of a flow as staff see it. */
export interface VersionLine {
  flow: string;
  hash: string;
  state: 'draft' | 'published' | 'archived';
  /** Since when; milliseconds since 1970. */
  at: number;
  by: string;
  /** Talks that run it. */
  running: number;
}

/** Where the versions of a flow are read; the newest first. */
export type VersionsOf = (flow: string) => Promise<readonly VersionLine[]>;

/** Since when each flow's published version is published, by flow; milliseconds since 1970. */
export type PublishedSince = () => Promise<ReadonlyMap<string, number>>;
