import { picturesStore } from '../capabilities/updates/index.ts';
import type { Chance, Clock } from '../domain/clock.ts';
import type { TextKey } from '../engine/types.ts';
import type { Lang } from '../domain/language.ts';
import type { MediaLibrary } from '../domain/media.ts';
import { CitizenMediaStore } from '../store/citizen-media.ts';
import { type CollectionRule, openCollections } from '../store/collections.ts';
import type { Connection } from '../store/connection.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { MEDIA_COLLECTION, MediaStore } from '../store/media.ts';
import { MediaUploads, UPLOADS_COLLECTION } from '../store/media-uploads.ts';
import type { PeopleStore } from '../store/people.ts';
import { personSealer } from '../store/person-sealer.ts';
import { idOf, Voices } from '../store/voices.ts';
import { voicesCollection } from '../store/voices-collection.ts';
import type { LoadedFlows } from './load-flows.ts';
import { shipRecordings } from './locale-recordings.ts';
import { errorFields, type Logger } from './logs.ts';
import type { Settings } from './settings.ts';

export interface MediaRoomParts {
  connection: Connection;
  keyring: Keyring;
  clock: Clock;
  chance: Chance;
  flows: LoadedFlows;
  settings: Pick<Settings, 'LOCALES_DIR'>;
  log: Logger;
}

/** Where recordings and files lie. */
export interface MediaRooms {
  /** Recordings of what is published. */
  media: MediaStore;
  /** The same for channels, and the pictures of what is published. */
  library: MediaLibrary;
  /** Which of them say which texts. */
  voices: Voices;
  /** Voices and photos of citizens, and voices of staff to one of them. */
  sent: CitizenMediaStore;
  /** Files of the chat page, on their way there. */
  uploads: MediaUploads;
  /** How many texts of a language have a recording, and what the heaviest weighs, in bytes. */
  recorded: (lang: Lang) => Promise<{ texts: number; heaviest: number }>;
  collections: readonly CollectionRule[];
}

/** Opens them, and puts away what came with the texts. */
export async function openMedia(
  { connection, keyring, clock, chance, flows, settings, log }: MediaRoomParts,
  db: NonNullable<Connection['db']>,
  people: PeopleStore,
): Promise<MediaRooms> {
  const { speaker } = flows;
  const words = (lang: Lang, text: TextKey): string | undefined => speaker.text(lang, text);
  const media = new MediaStore(connection, clock, chance);
  const collections = [voicesCollection(db, words, media), MEDIA_COLLECTION, UPLOADS_COLLECTION];
  await openCollections(db, collections);
  const shipped = await shipRecordings(settings.LOCALES_DIR, speaker.withPacks, media, (text, code) =>
    log.warn({ text, code }, 'recording left out'),
  );
  const voices = new Voices({
    ...{ connection, clock, words },
    about: (id) => media.about(id),
    shipped: (lang, text) => shipped.get(idOf(lang, text)),
  });
  // Words go alone until they are found; no start waits for that.
  await voices
    .refresh()
    .catch((cause: unknown) => log.warn({ what: 'voices', ...errorFields(cause) }, 'later'));
  const pictures = picturesStore(db, clock);
  const sent = new CitizenMediaStore({ connection, ...keyring, persons: personSealer(people) });
  return {
    media,
    library: {
      about: async (id) => (await media.about(id)) ?? sent.spoken(id),
      get: async (id) => (await media.get(id)) ?? sent.spoken(id),
      picture: async (id) => (await pictures.get(id)) ?? null,
    },
    voices,
    sent,
    uploads: new MediaUploads(connection, keyring.fingerprint, keyring.sealer, clock),
    recorded: recordedIn(voices, shipped, media),
    collections,
  };
}

/** Asked in talks, so what a recording weighs is looked up once: it never changes. */
function recordedIn(
  voices: Voices,
  shipped: ReadonlyMap<string, string>,
  media: MediaStore,
): MediaRooms['recorded'] {
  const weights = new Map<string, number>();
  return async (lang) => {
    const ids = new Map([
      ...[...shipped].filter(([text]) => text.startsWith(`${lang}/`)),
      ...voices.heard(lang).map((voice) => [idOf(lang, voice.text), voice.media] as const),
    ]);
    const unknown = [...ids.values()].filter((id) => !weights.has(id));
    if (unknown.length > 0) for (const [id, size] of await media.sizes(unknown)) weights.set(id, size);
    return { texts: ids.size, heaviest: Math.max(0, ...[...ids.values()].map((id) => weights.get(id) ?? 0)) };
  };
}
