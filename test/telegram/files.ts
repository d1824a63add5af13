import { SentFile } from './multipart.ts';
import { BotApiRefusal, demand } from './refusal.ts';

/** What a bot may upload; a file of 20 MB would already be too large to be fetched again. */
const MAX_UPLOAD = 50_000_000;

export type FileKind = 'voice' | 'audio';

export interface KeptFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  mime_type: string;
  file_name: string;
}

/** Files the bot has sent. An id is good for the kind of message it came from, and only for the bot that got it. */
export class Files {
  /** How often bytes came up. */
  uploads = 0;
  readonly #bot: number;
  readonly #kept: Readonly<Record<FileKind, Map<string, KeptFile>>> = { voice: new Map(), audio: new Map() };

  constructor(bot: number) {
    this.#bot = bot;
  }

  /** The file a call names: its bytes, or an id it had before. */
  accept(kind: FileKind, given: unknown): KeptFile {
    demand(given !== undefined && given !== '', `Bad Request: there is no ${kind} in the request`);
    if (given instanceof SentFile) return this.#keep(kind, given);
    demand(
      typeof given === 'string' && !/^\w+:/.test(given),
      'Bad Request: files by address are not simulated',
    );
    const known = this.#kept[kind].get(given);
    const other = this.#kept[kind === 'voice' ? 'audio' : 'voice'].has(given);
    demand(!other, 'Bad Request: type of file mismatch');
    demand(known, 'Bad Request: wrong file identifier/HTTP URL specified');
    return known;
  }

  /** As Telegram may: the id it gave is worth nothing any more. */
  forget(): void {
    for (const files of Object.values(this.#kept)) files.clear();
  }

  #keep(kind: FileKind, { name, bytes }: SentFile): KeptFile {
    demand(bytes.length > 0, 'Bad Request: file must be non-empty');
    if (bytes.length > MAX_UPLOAD) throw new BotApiRefusal(413, 'Request Entity Too Large');
    const mime_type = typeOf(bytes);
    demand(
      mime_type !== undefined && KINDS[kind].includes(mime_type),
      `Bad Request: the stand-in takes ${KINDS[kind].join(', ')} as ${kind} (Telegram would make a document of it)`,
    );
    this.uploads += 1;
    const file_id = `${kind === 'voice' ? 'AwAC' : 'CQAC'}${this.#bot}-${this.uploads}`;
    const kept = {
      file_id,
      file_unique_id: `Ag${this.uploads}`,
      file_size: bytes.length,
      mime_type,
      file_name: name,
    };
    this.#kept[kind].set(file_id, kept);
    return kept;
  }
}

const KINDS: Readonly<Record<FileKind, readonly string[]>> = {
  voice: ['audio/ogg', 'audio/mpeg', 'audio/mp4'],
  audio: ['audio/mpeg', 'audio/mp4'],
};

function typeOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 64);
  if (head.startsWith('OggS') && head.includes('OpusHead')) return 'audio/ogg';
  if (head.startsWith('ID3') || /^\u00ff[\u00e0-\u00ff]/.test(head)) return 'audio/mpeg';
  return head.slice(4, 8) === 'ftyp' ? 'audio/mp4' : undefined;
}
