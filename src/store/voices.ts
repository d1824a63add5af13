import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Clock } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import type { Lang } from '../domain/language.ts';
import { MAX_VOICE_BYTES, MAX_VOICE_SECONDS, type MediaCard } from '../domain/media.ts';
import type { TextKey } from '../engine/types.ts';
import { readWithin, untilDurable } from './durable.ts';
import { type StoredVoice, VOICES } from './voices-collection.ts';

/** Who asks is a page or a start; both come again. */
const READ_PATIENCE_MS = 2000;

/** A recording of a text, for the page that lists them. */
export interface VoiceRow {
  text: TextKey;
  /** Its id in the media store. */
  media: string;
  /** The text has other words now than the recording says, or is gone: it is not played. */
  stale: boolean;
  /** Account of who recorded it. */
  by: string;
  /** When, milliseconds since 1970. */
  at: number;
}

export interface VoicesDeps {
  connection: Connection;
  clock: Clock;
  /** The words of a text now, or `undefined` where there are none. */
  words: (lang: Lang, text: TextKey) => string | undefined;
  /** What is known of a recording; the media store's. */
  about: (media: string) => Promise<MediaCard | null>;
  /** Recordings that came with the texts themselves, by the id under which they were put away. */
  shipped?: (lang: Lang, text: TextKey) => string | undefined;
}

/**
 * Recordings of texts, a language each. All are held in memory, for every message asks; what another process put is seen
 * after {@link refresh}.
 */
export class Voices {
  readonly #voices: mongo.Collection<StoredVoice>;
  readonly #deps: VoicesDeps;
  #known = new Map<string, StoredVoice>();
  /** The last words each was compared with, and the outcome: a hash for every message would be work for nothing. */
  #compared = new WeakMap<StoredVoice, { words: string; same: boolean }>();

  constructor(deps: VoicesDeps) {
    this.#deps = deps;
    this.#voices = deps.connection.collection(VOICES) as unknown as mongo.Collection<StoredVoice>;
  }

  /** The recording that says these very words; one made here wins over one that came with the texts. */
  of(lang: Lang, text: TextKey): string | undefined {
    const found = this.#known.get(idOf(lang, text));
    if (found !== undefined && !this.#isStale(found)) return found.media;
    return this.#deps.shipped?.(lang, text);
  }

  /** Ids of the recordings of a language that are heard now, those made here. */
  heard(lang: Lang): { text: TextKey; media: string }[] {
    return [...this.#known.values()]
      .filter((voice) => voice.lang === lang && !this.#isStale(voice))
      .map(({ flow, key, media }) => ({ text: { flow, key }, media }));
  }

  /**
   * Takes `media` for the recording of a text as its words are now, in place of an earlier one. Resolves once durable.
   * @throws Fault refusal `voice_no_text`, `voice_gone`, `voice_type`, `voice_too_long`, `voice_too_large`
   */
  async put(lang: Lang, text: TextKey, media: string, by: string): Promise<void> {
    const words = this.#deps.words(lang, text);
    if (words === undefined) throw refusal('voice_no_text', 'There is no such text to be recorded.');
    checkVoice(await this.#deps.about(media));
    const { flow, key } = text;
    const at = new Date(this.#deps.clock.now());
    const voice = { lang, flow, key, media, says: hashOf(words), by, at, kept: at };
    const _id = idOf(lang, text);
    await untilDurable(() => this.#voices.replaceOne({ _id }, voice, { upsert: true, ...DURABLE }));
    this.#known.set(_id, { _id, ...voice });
  }

  /** Harmless to repeat. */
  async remove(lang: Lang, text: TextKey): Promise<void> {
    const _id = idOf(lang, text);
    await untilDurable(() => this.#voices.deleteOne({ _id }, DURABLE));
    this.#known.delete(_id);
  }

  /** Every recording of a language made here, by its text. */
  async list(lang: Lang): Promise<VoiceRow[]> {
    await this.refresh();
    return [...this.#known.values()]
      .filter((voice) => voice.lang === lang)
      .sort((one, other) => (one._id < other._id ? -1 : 1))
      .map((voice) => ({
        text: { flow: voice.flow, key: voice.key },
        media: voice.media,
        stale: this.#isStale(voice),
        by: voice.by,
        at: voice.at.getTime(),
      }));
  }

  /** Takes over what other processes put and removed. */
  async refresh(): Promise<void> {
    const found = await readWithin(
      () => this.#voices.find({}, { readConcern: { level: 'majority' } }).toArray(),
      READ_PATIENCE_MS,
    );
    this.#known = new Map(found.map((voice) => [voice._id, voice]));
  }

  #isStale(voice: StoredVoice): boolean {
    const words = this.#deps.words(voice.lang, voice);
    if (words === undefined) return true;
    const compared = this.#compared.get(voice);
    if (compared?.words === words) return !compared.same;
    const same = hashOf(words) === voice.says;
    this.#compared.set(voice, { words, same });
    return !same;
  }
}

/**
 * What everybody pays for: 45 s of Opus, at most 150 kB (C8).
 * @throws Fault refusal `voice_gone`, `voice_type`, `voice_too_long`, `voice_too_large`
 */
export function checkVoice(card: MediaCard | null): void {
  if (card === null) throw refusal('voice_gone', 'The recording is not there any more. Record it again.');
  if (card.type !== 'audio/ogg')
    throw refusal('voice_type', 'Expected Ogg Opus, which every phone plays and which weighs least.');
  if ((card.seconds ?? 0) > MAX_VOICE_SECONDS)
    throw refusal(
      'voice_too_long',
      `A text is said in at most ${MAX_VOICE_SECONDS} seconds. Say it shorter.`,
    );
  if (card.size > MAX_VOICE_BYTES)
    throw refusal('voice_too_large', `A recording of a text has at most ${MAX_VOICE_BYTES / 1000} kB.`);
}

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

export const idOf = (lang: Lang, { flow, key }: TextKey): string => `${lang}/${flow}/${key}`;

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64url');
