import { plain } from './models.ts';

/** Files the page knows, by the hash of their content. */
const files = new Map<string, Uint8Array>();

export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Puts a file where the page finds it; answers with its hash. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const hash = base64(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
  files.set(hash, bytes);
  return hash;
}

export const forget = (hash: string): void => void files.delete(hash);

class OpaqueData {
  readonly file: Blob;

  constructor(file: Blob) {
    this.file = file;
  }

  static async createFromData(given: Blob | OpaqueData): Promise<OpaqueData> {
    return new OpaqueData(given instanceof OpaqueData ? given.file : given);
  }

  url(): string {
    return 'blob:stand-in';
  }

  autorelease(): void {
    // The real one lets go of memory here.
  }

  formData(): Blob {
    return this.file;
  }
}

/** A file on its way up, as the library fills it. */
class Prepared {
  declare filehash: string;
  declare size: number;
  mediaBlob: OpaqueData;

  constructor(mediaBlob: OpaqueData, fields: object) {
    this.mediaBlob = mediaBlob;
    Object.assign(this, fields);
  }

  set(fields: object): void {
    Object.assign(this, fields);
  }

  toJSON(): unknown {
    return plain(Object.fromEntries(Object.entries(this).filter(([name]) => name !== 'mediaBlob')));
  }
}

interface HowToPrepare {
  isPtt?: boolean;
  asDocument?: boolean;
}

async function prepare(opaque: OpaqueData, { isPtt, asDocument }: HowToPrepare): Promise<Prepared> {
  const { file } = opaque;
  const filehash = await keepFile(new Uint8Array(await file.arrayBuffer()));
  const kind = file.type.split('/')[0];
  const type = isPtt === true ? 'ptt' : asDocument === true ? 'document' : kind;
  return new Prepared(opaque, { filehash, type, mimetype: file.type, size: file.size, contentInfo: {} });
}

/** The page's modules for files, up and down. */
export const mediaModules = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: {
    prepRawMedia: (opaque: OpaqueData, how: HowToPrepare) => ({ waitForPrep: () => prepare(opaque, how) }),
  },
  WAWebMediaStorage: {
    getOrCreateMediaObject: (filehash: string) => ({
      filehash,
      type: 'audio',
      size: files.get(filehash)?.length,
      contentInfo: { waveform: new Uint8Array(64) },
      consolidate: () => undefined,
    }),
  },
  WAWebMmsMediaTypes: {
    msgToMediaType: ({ type }: { type: string }) => type,
    castToV4: (type: string) => type,
  },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: () => undefined } },
  WAWebMediaMmsV4Upload: {
    uploadMedia: async ({ mediaObject }: { mediaObject: { filehash: string } }) => ({
      mediaEntry: {
        mmsUrl: 'https://mmg.whatsapp.net/stand-in',
        directPath: `/stand-in/${mediaObject.filehash}`,
        ...{ mediaKey: 'key', mediaKeyTimestamp: 1, encFilehash: 'enc' },
      },
    }),
  },
  WAWebDownloadManager: {
    downloadManager: {
      async downloadAndMaybeDecrypt({ filehash }: { filehash: string }): Promise<ArrayBuffer> {
        const bytes = files.get(filehash);
        if (bytes === undefined) throw Object.assign(new Error('404'), { status: 404 });
        return Uint8Array.from(bytes).buffer;
      },
    },
  },
};
