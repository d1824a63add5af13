/** What is taken as a recording. Telegram plays the first as a voice note, the others as a piece of audio. */
export const AUDIO_TYPES = ['audio/ogg', 'audio/mpeg', 'audio/mp4'] as const;
export type AudioType = (typeof AUDIO_TYPES)[number];

/** What a voice message may be, besides. */
export type VoiceType = AudioType | 'audio/aac';
/** What a picture may be. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** One MB: a minute of MP3 at 128 kb/s, five of Opus at 24. More than anyone should have to pay for. In bytes. */
export const MAX_AUDIO_BYTES = 1_000_000;

/** What a recording of a text may last and weigh: everybody who listens pays for it (C8). Seconds, bytes. */
export const MAX_VOICE_SECONDS = 45;
export const MAX_VOICE_BYTES = 150_000;

/** What is taken of a file somebody sends: a phone's photo as messengers make it, minutes of speech. In bytes. */
export const MAX_SENT_BYTES = 2_000_000;

/** 128 random bits as base64url. */
export const MEDIA_ID = /^[A-Za-z0-9_-]{22}$/;

/** What is said of a recording before it is fetched. */
export interface MediaCard {
  type: AudioType;
  /** In bytes. */
  size: number;
  /** Where its container tells. */
  seconds?: number;
}

export interface Media extends MediaCard {
  bytes: Buffer;
  /** Said to one person: nobody between us and them may keep a copy. */
  personal?: true;
}

/** A picture of what is published. */
export interface Picture {
  type: 'image/jpeg';
  bytes: Buffer;
}

/** SMS is words alone: nobody is offered there what cannot come. */
export const showsPictures = (channel: string): boolean => channel !== 'sms';

/** The same of recordings. */
export const playsSound = showsPictures;

/**
 * Where a channel finds the recording a message names. `null`: it is gone, or was never there.
 * Both throw `Fault` `unavailable` while the store cannot be reached.
 */
export interface MediaLibrary {
  /** Without its bytes. */
  about(id: string): Promise<MediaCard | null>;
  get(id: string): Promise<Media | null>;
  /** A picture by its id; not every library has any. */
  picture?(id: string): Promise<Picture | null>;
}

/** A house without recordings: all words go alone. */
export const NO_MEDIA: MediaLibrary = { about: async () => null, get: async () => null };

/** The type as it is kept: browsers and phones name the same file in several ways. `undefined`: it is not taken. */
export function audioTypeOf(named: string): AudioType | undefined {
  const [type = ''] = named.toLowerCase().split(';');
  return NAMES.get(type.trim());
}

/**
 * The same for a file somebody chose: many systems do not know `.opus` or `.m4a`, and their browsers say "bytes" then.
 * Only the name it goes by; what it is is found out when it is put away.
 */
export function audioTypeIn(named: string, fileName: string): AudioType | undefined {
  const ending = /\.(\w{2,4})$/.exec(fileName.toLowerCase())?.[1] ?? '';
  return named === '' || named === 'application/octet-stream' ? ENDINGS.get(ending) : audioTypeOf(named);
}

const ENDINGS = new Map<string, AudioType>([
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
]);

const NAMES = new Map<string, AudioType>([
  ['audio/ogg', 'audio/ogg'],
  ['audio/opus', 'audio/ogg'],
  ['application/ogg', 'audio/ogg'],
  ['audio/mpeg', 'audio/mpeg'],
  ['audio/mp3', 'audio/mpeg'],
  ['audio/mp4', 'audio/mp4'],
  ['audio/m4a', 'audio/mp4'],
  ['audio/x-m4a', 'audio/mp4'],
]);
