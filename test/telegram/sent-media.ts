import { oggOpus } from '../media/ogg-opus.ts';
import type { FileKind, Files, KeptFile, OwnFile } from './files.ts';

/** What a person can send besides words. */
export const MEDIA = ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'] as const;
export type MediaName = (typeof MEDIA)[number];

/** The file a person chose; a small one of the kind where nothing is said of it. */
export type Chosen = Partial<OwnFile> & {
  /** Length, of a voice message or a video. */
  seconds?: number;
  /** Words under it. */
  caption?: string;
};

/** A person's media as Telegram describes it to the bot, the bytes put where `getFile` finds them. */
export function describeMedia(files: Files, media: MediaName, chosen: Chosen = {}): Record<string, unknown> {
  const { caption, ...file } = chosen;
  return { ...DESCRIBED[media](files, file), ...(caption !== undefined && { caption }) };
}

const DESCRIBED: Readonly<Record<MediaName, (files: Files, chosen: Chosen) => Record<string, unknown>>> = {
  voice: (files, chosen) => ({
    voice: { ...typed(kept(files, 'voice', chosen)), duration: chosen.seconds ?? 2 },
  }),
  // From the smallest to the largest; the smallest is Telegram's own making.
  photo: (files, chosen) => ({
    photo: [
      { ...sized(files.receive('photo', { ...DEFAULTS.photo })), width: 90, height: 67 },
      { ...sized(kept(files, 'photo', chosen)), width: 1280, height: 960 },
    ],
  }),
  video: (files, chosen) => ({
    video: { ...kept(files, 'video', chosen), width: 90, height: 67, duration: chosen.seconds ?? 2 },
  }),
  document: (files, chosen) => ({ document: kept(files, 'document', chosen) }),
  sticker: (files, chosen) => ({
    sticker: {
      ...sized(kept(files, 'sticker', chosen)),
      ...{ type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
    },
  }),
  location: () => ({ location: { latitude: 12.6392, longitude: -8.0029 } }),
  // Somebody out of the address book; one's own is shared by a button (Person.presses).
  contact: () => ({ contact: { phone_number: '+22300000000', first_name: 'A', user_id: 1 } }),
};

const kept = (files: Files, kind: FileKind, chosen: Chosen): KeptFile =>
  files.receive(kind, { ...DEFAULTS[kind], ...chosen });

const sized = ({ file_id, file_unique_id, file_size }: KeptFile): Partial<KeptFile> => ({
  ...{ file_id, file_unique_id, file_size },
});
const typed = (file: KeptFile): Partial<KeptFile> => ({ ...sized(file), mime_type: file.mime_type });

const DEFAULTS: Readonly<Record<FileKind, OwnFile>> = {
  voice: { bytes: oggOpus({ seconds: 2 }), type: 'audio/ogg', name: 'voice.oga' },
  audio: { bytes: Buffer.from('ID3'), type: 'audio/mpeg', name: 'a.mp3' },
  photo: { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]), type: 'image/jpeg', name: 'photo.jpg' },
  document: { bytes: Buffer.from('%PDF-1.4'), type: 'application/pdf', name: 'a.pdf' },
  video: { bytes: Buffer.from('\0\0\0\u0008ftyp', 'latin1'), type: 'video/mp4', name: 'a.mp4' },
  sticker: { bytes: Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), type: 'image/webp', name: 'a.webp' },
};
