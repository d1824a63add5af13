/** What may be known of the keys: nothing of it opens anything. */
export interface KeysRead {
  /** The newest first. */
  epochs: readonly { epoch: string; current: boolean; days: number; people: number }[];
  /** The key file lies apart from the data. */
  apart: boolean;
}
