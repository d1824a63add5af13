/** What may be known of the keys: nothing of it opens anything. */
export interface KeysRead {
  /** The newest first. */
  epochs: readonly { epoch: string; current: boolean; days: number; people: number }[];
  /** What publications are signed with; the newest first. Ids are thumbprints, and public. */
  publishing: readonly { kid: string; since: string; current: boolean; stolen: boolean }[];
  /** The key file lies apart from the data. */
  apart: boolean;
}
