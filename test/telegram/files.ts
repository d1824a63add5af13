import { SentFile } from './multipart.ts';
import { BotApiRefusal, demand } from './refusal.ts';

/** What a bot may upload. */
const MAX_UPLOAD = 50_000_000;
/** What a bot may fetch. */
const MAX_DOWNLOAD = 20_000_000;

/** What the bot can send. */
export type UploadKind = 'voice' | 'audio' | 'photo' | 'document';
export type FileKind = UploadKind | 'video' | 'sticker';

export interface KeptFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  mime_type: string;
  file_name: string;
}

/** A file somebody sends the bot. */
export interface OwnFile {
  bytes: Buffer;
  type: string;
  name: string;
  /** What Telegram says it weighs; as many bytes as there are, where this is absent. */
  weighs?: number | undefined;
}

interface Stored {
  kind: FileKind;
  kept: KeptFile;
  bytes: Buffer;
}

/** Files of both sides. An id is good for the kind of message it came from, and only for the bot that got it. */
export class Files {
  /** How often bytes came up. */
  uploads = 0;
  readonly #bot: number;
  readonly #byId = new Map<string, Stored>();
  readonly #byPath = new Map<string, Stored>();
  #last = 0;

  constructor(bot: number) {
    this.#bot = bot;
  }

  /** The file a call names: its bytes, or an id it had before. */
  accept(kind: UploadKind, given: unknown): KeptFile {
    demand(given !== undefined && given !== '', `Bad Request: there is no ${kind} in the request`);
    if (given instanceof SentFile) return this.#upload(kind, given);
    demand(
      typeof given === 'string' && !/^\w+:/.test(given),
      'Bad Request: files by address are not simulated',
    );
    const known = this.#byId.get(given);
    demand(known, 'Bad Request: wrong file identifier/HTTP URL specified');
    demand(known.kind === kind, 'Bad Request: type of file mismatch');
    return known.kept;
  }

  /** Takes what a person sends. */
  receive(kind: FileKind, { bytes, type, name, weighs = bytes.length }: OwnFile): KeptFile {
    return this.#store(kind, bytes, { mime_type: type, file_name: name, file_size: weighs });
  }

  /** `getFile`: the path under which the bytes can be fetched for a while. */
  describe(id: unknown): Pick<KeptFile, 'file_id' | 'file_unique_id' | 'file_size'> & { file_path: string } {
    demand(typeof id === 'string' && id !== '', 'Bad Request: invalid file_id');
    const known = this.#byId.get(id);
    demand(known, 'Bad Request: wrong file_id or the file is temporarily unavailable');
    const { file_id, file_unique_id, file_size, file_name } = known.kept;
    demand(file_size <= MAX_DOWNLOAD, 'Bad Request: file is too big');
    const file_path = `${known.kind}s/file_${file_unique_id.slice(2)}${/\.\w+$/.exec(file_name)?.[0] ?? ''}`;
    this.#byPath.set(file_path, known);
    return { file_id, file_unique_id, file_size, file_path };
  }

  /** The bytes at a path; nothing where it was never given, or its hour is over. */
  at(path: string): Buffer | undefined {
    return this.#byPath.get(path)?.bytes;
  }

  /** The hour for which a path is good is over. */
  closePaths(): void {
    this.#byPath.clear();
  }

  /** As Telegram may: the ids it gave are worth nothing any more. */
  forget(): void {
    this.#byId.clear();
    this.closePaths();
  }

  #upload(kind: UploadKind, { name, bytes }: SentFile): KeptFile {
    demand(bytes.length > 0, 'Bad Request: file must be non-empty');
    if (bytes.length > MAX_UPLOAD) throw new BotApiRefusal(413, 'Request Entity Too Large');
    const mime_type = typeOf(bytes);
    const taken = KINDS[kind];
    demand(
      taken === 'any' || (mime_type !== undefined && taken.includes(mime_type)),
      `Bad Request: the stand-in takes ${String(taken)} as ${kind} (Telegram would make a document of it)`,
    );
    this.uploads += 1;
    return this.#store(kind, bytes, {
      mime_type: mime_type ?? 'application/octet-stream',
      file_name: name,
      file_size: bytes.length,
    });
  }

  #store(
    kind: FileKind,
    bytes: Buffer,
    told: Pick<KeptFile, 'mime_type' | 'file_name' | 'file_size'>,
  ): KeptFile {
    this.#last += 1;
    const kept = {
      ...told,
      file_id: `${PREFIXES[kind]}${this.#bot}-${this.#last}`,
      file_unique_id: `Ag${this.#last}`,
    };
    this.#byId.set(kept.file_id, { kind, kept, bytes });
    return kept;
  }
}

/** As Telegram's ids begin; that the kind can be seen is no promise of its. */
const PREFIXES: Readonly<Record<FileKind, string>> = {
  voice: 'AwAC',
  audio: 'CQAC',
  photo: 'AgAC',
  document: 'BQAC',
  video: 'BAAC',
  sticker: 'CAAC',
};

/** What an upload must be. */
const KINDS: Readonly<Record<UploadKind, readonly string[] | 'any'>> = {
  voice: ['audio/ogg', 'audio/mpeg', 'audio/mp4'],
  audio: ['audio/mpeg', 'audio/mp4'],
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  document: 'any',
};

function typeOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 64);
  if (head.startsWith('OggS') && head.includes('OpusHead')) return 'audio/ogg';
  if (head.startsWith('ID3') || /^\u00ff[\u00e0-\u00ff]/.test(head)) return 'audio/mpeg';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return head.slice(4, 8) === 'ftyp' ? 'audio/mp4' : undefined;
}
