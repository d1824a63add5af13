import type { Fetched, Prompt } from '../../conversation/ports.ts';
import type { Lang } from '../../domain/language.ts';
import type { SentCard, SentFile, SentHow } from '../../store/citizen-media-shapes.ts';

/** Where voices and photos of citizens lie; the adapter is `store/citizen-media.ts`. */
export interface SentStore {
  put(id: string, person: string, file: SentFile, how: SentHow): Promise<'kept' | 'erased'>;
  card(id: string): Promise<SentCard | null>;
  open(id: string): Promise<SentFile | null>;
  listed(skip: number, limit: number): Promise<{ total: number; cards: SentCard[] }>;
  transcribe(id: string, words: string, by: { staff: string; day: string }): Promise<boolean>;
  words(id: string): Promise<string | null>;
  countOf(person: string): Promise<number>;
  eraseFor(person: string): Promise<number>;
  unite(from: string, to: string): Promise<void>;
}

/** Brings a file from its channel. */
export type FetchFile = (channel: string, file: string, account: string) => Promise<Fetched>;

/** It is kept, or will never be: where the channel itself keeps it, it may go. */
export type ForgetFile = (channel: string, file: string, account: string) => Promise<void>;

/** What a file is, by its bytes; throws a refusal `media_…` for what is not taken. */
export type ReadFile = (media: 'voice' | 'photo', bytes: Buffer) => SentFile;

/** The person behind a file. */
export interface Persons {
  /** Nobody erased them. */
  isThere(person: string): Promise<boolean>;
}

/** How many texts of a language are recorded, and what one weighs at most, in bytes. */
export type RecordedTexts = (lang: Lang) => Promise<{ texts: number; heaviest: number }>;

export type { Prompt, SentCard, SentFile };
