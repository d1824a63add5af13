/** At most so many messages within so long. */
export interface Limit {
  messages: number;
  perMs: number;
  /** Where the platform says so. */
  source: string;
  /**
   * Replies do not wait for it until the platform has asked for a pause: its number is a rule for mailings, or one that
   * may be passed for a moment. They count towards it all the same, so that the rest makes room for them.
   */
  sparesReplies?: true;
}

/** How fast a platform takes the messages of one account. A channel's table is its `pace.ts`. */
export interface Pace {
  /** Of the whole account; kept evenly, so that no second sees more. */
  inAll?: Limit;
  /** To one person; all at once or one by one, as they come. */
  toOne?: Limit;
}
