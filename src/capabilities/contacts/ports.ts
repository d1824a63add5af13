/**
 * What became of one contact. `brought`: they are in the house, by this import. `known`: they were already, or came by
 * themselves meanwhile. Who has said stop or was erased is left alone.
 */
export type Brought = { kind: 'brought'; person: string } | { kind: 'known' | 'stopped' | 'erased' };

/** Somebody to be brought into the house, so that they may be written to. */
export interface Arriving {
  channel: string;
  phone: string;
  lang?: string;
  place?: string;
  labels: readonly string[];
  /** Names what brings them; the same once more changes nothing. */
  by: string;
  /** When an undone import took them away: that tombstone says nothing of a wish of theirs. Milliseconds since 1970. */
  undoneAt: number | undefined;
}

export type Standing = 'known' | 'stopped' | { erasedAt: number } | undefined;

/** The house, as an import needs it. */
export interface ContactRooms {
  /** Channels by which people can be written to first, by the number alone. */
  channels: readonly string[];
  /** The conversation somebody has on a channel, whether or not they ever wrote. */
  conversationOf(channel: string, phone: string): string;
  /** How these stand, by their place in the list; `undefined`: nobody. */
  standing(conversations: readonly string[]): Promise<readonly Standing[]>;
  bring(arriving: Arriving): Promise<Brought>;
  /** Takes away who never wrote: when. `null`: they have written, and stay. Safe to repeat. */
  takeAway(conversation: string): Promise<number | null>;
  /** The slug of a region or cercle as people write it. */
  placeOf(words: string): string | undefined;
}
