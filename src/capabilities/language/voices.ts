import type { Lang } from '../../domain/language.ts';
import type { TextKey } from '../../engine/types.ts';

/** A recording of a text, as `store/voices.ts` keeps it. */
export interface Voice {
  text: TextKey;
  media: string;
  /** It says other words than the text does now, and is not played. */
  stale: boolean;
  /** Account of who recorded it. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Recordings of texts; the adapter is `store/voices.ts`. */
export interface VoiceShelf {
  /** The one that is played; one that came with the files too. */
  of(lang: Lang, text: TextKey): string | undefined;
  list(lang: Lang): Promise<readonly Voice[]>;
  /** @throws Fault refusal `voice_…` for what nobody should have to pay for */
  put(lang: Lang, text: TextKey, media: string, by: string): Promise<void>;
  remove(lang: Lang, text: TextKey): Promise<void>;
}

/** Where the sound itself is kept; the adapter is `store/media.ts`. */
export interface Recordings {
  /** @throws Fault refusal `media_…` */
  put(bytes: Buffer, type: string): Promise<string>;
  drop(id: string): Promise<void>;
}
