/** How messages of a channel come in. */
export type Way = 'page' | 'polling' | 'webhook' | 'phone';

/** A channel as its operator sees it. */
export interface ChannelHealth {
  id: string;
  configured: boolean;
  /** Settings that make it run, where it does not. */
  needs: readonly string[];
  way?: Way;
  /** Where the platform calls us; typed into its console. */
  webhook?: string;
  /** Our own account there: the bot's id, the number of the campaign. */
  account?: string;
  /** Since when this process serves it, milliseconds since 1970. */
  since?: number;
  /** Of a phone that is linked: where that stands. */
  link?: string;
  /** Messages this process has in hand. */
  waiting: number;
  /** Messages a second of the whole account; absent where the platform names no limit. */
  aSecond?: number;
  /** When it last brought, took and refused a message, by the minute. */
  last: { in?: number; out?: number; failed?: number };
  /** Why messages failed in the last seven days, the most frequent first. */
  causes: readonly { code: string; count: number }[];
  /** Can be asked whether it answers. */
  asks: boolean;
}

/** What the page about channels needs of the house. */
export interface ChannelsReader {
  health(): Promise<readonly ChannelHealth[]>;
  /** Asks each platform that can be asked whether it answers; changes nothing there. */
  ask(): Promise<ReadonlyMap<string, boolean>>;
}
