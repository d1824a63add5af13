import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../conversation/ports.ts';
import { Fault } from '../domain/faults.ts';
import { AUDIO_TYPES, type AudioType } from '../domain/media.ts';
import {
  cardOf,
  CITIZEN_MEDIA,
  CITIZEN_WORDS,
  type SentCard,
  type SentFile,
  type SentHow,
  type SpokenVoice,
  type StoredSent,
  type StoredWords,
} from './citizen-media-shapes.ts';
import { isDuplicateKey, untilDurable } from './durable.ts';
import type { PersonSealing } from './person-sealer.ts';

const ID_BYTES = 16;
const ID = /^[0-9a-f]{32}$/;

export interface CitizenMediaDeps {
  connection: Connection;
  fingerprint: Fingerprint;
  sealer: Sealer;
  persons: PersonSealing;
}

/** Voices and photos of citizens in MongoDB; nothing of them can be opened once their person was erased. */
export class CitizenMediaStore {
  readonly #files: mongo.Collection<StoredSent>;
  readonly #words: mongo.Collection<StoredWords>;
  readonly #deps: CitizenMediaDeps;

  constructor(deps: CitizenMediaDeps) {
    this.#deps = deps;
    this.#files = deps.connection.collection(CITIZEN_MEDIA) as unknown as mongo.Collection<StoredSent>;
    this.#words = deps.connection.collection(CITIZEN_WORDS) as unknown as mongo.Collection<StoredWords>;
  }

  /** Resolves once durable; the same id is kept once. `erased`: there is nobody any more whose it would be. */
  async put(id: string, person: string, file: SentFile, how: SentHow): Promise<'kept' | 'erased'> {
    const { media, type, seconds, bytes } = file;
    const sealed = await this.#deps.persons.seal(person, bytes.toString('base64'), bytesPlace(id));
    if (sealed === null) return 'erased';
    const stored = {
      ...this.#whose(id, person),
      ...{ media, type, size: bytes.length, day: how.day, lang: how.lang },
      ...(seconds !== undefined && { seconds: Math.round(seconds) }),
      ...(how.listed === true && { listed: true as const }),
      ...(how.spoken === true && { spoken: true as const }),
      sealed: new mongo.Binary(sealed),
    };
    await untilDurable(() =>
      this.#files.insertOne(stored, DURABLE).catch((cause: unknown) => {
        if (!isDuplicateKey(cause)) throw cause;
      }),
    );
    return 'kept';
  }

  async card(id: string): Promise<SentCard | null> {
    const found = await this.#find(id, { sealed: 0 });
    return found === null ? null : cardOf(found);
  }

  /** `null`: it is not there, or its person was erased. */
  async open(id: string): Promise<SentFile | null> {
    const found = await this.#find(id, {});
    const plain = found && (await this.#opened(found, found.sealed, bytesPlace(id)));
    if (found === null || plain === null) return null;
    const { media, type, seconds } = found;
    const bytes = Buffer.from(plain, 'base64');
    return { media, type, bytes, ...(seconds !== undefined && { seconds }) } as SentFile;
  }

  /** What a member of staff said to somebody, for the channel that plays it to them; nothing else is ever opened so. */
  async spoken(id: string): Promise<SpokenVoice | null> {
    const found = await this.#find(id, {});
    if (found?.spoken !== true || !isAudio(found.type)) return null;
    const plain = await this.#opened(found, found.sealed, bytesPlace(id));
    if (plain === null) return null;
    const { type, size, seconds } = found;
    const bytes = Buffer.from(plain, 'base64');
    return { type, size, bytes, personal: true, ...(seconds !== undefined && { seconds }) };
  }

  /** What was said to one person is said to another one from then on, as they have what it answers. Safe to repeat. */
  async handSpoken(id: string, to: string): Promise<void> {
    const found = await this.#find(id, {});
    const set = found?.spoken === true ? await this.#resealed(found, to, bytesPlace(id)) : null;
    if (found !== null && set !== null)
      await untilDurable(() =>
        this.#files.updateOne({ _id: found._id, who: found.who }, { $set: set }, DURABLE),
      );
  }

  /** Safe to repeat. */
  async dropSpoken(id: string): Promise<void> {
    if (ID.test(id))
      await untilDurable(() => this.#files.deleteOne({ _id: binaryOf(id), spoken: true }, DURABLE));
  }

  /** What is no answer to a survey, the newest day first; within a day in no order that tells anything. */
  async listed(skip: number, limit: number): Promise<{ total: number; cards: SentCard[] }> {
    const filter = { listed: true } as const;
    const [total, found] = await Promise.all([
      untilDurable(() => this.#files.countDocuments(filter)),
      untilDurable(() =>
        this.#files
          .find(filter, { projection: { sealed: 0 } })
          .sort({ day: -1, _id: 1 })
          .skip(skip)
          .limit(limit)
          .toArray(),
      ),
    ]);
    return { total, cards: found.map(cardOf) };
  }

  /**
   * What a member of staff heard, in place of what stood there. Empty words take it away.
   * @returns false: the voice is not there any more
   */
  async transcribe(id: string, words: string, by: { staff: string; day: string }): Promise<boolean> {
    const found = await this.#find(id, { sealed: 0 });
    if (found === null) return false;
    const { _id, who, owner } = found;
    if (words === '') {
      await untilDurable(() => this.#words.deleteOne({ _id }, DURABLE));
      return true;
    }
    const sealed = await this.#deps.persons.seal(this.#ownerOf(found), words, wordsPlace(id));
    if (sealed === null) return false;
    const typed = { who, owner, sealed: new mongo.Binary(sealed), by: by.staff, day: by.day };
    await untilDurable(() => this.#words.replaceOne({ _id }, typed, { upsert: true, ...DURABLE }));
    return true;
  }

  /** `null`: nobody has typed what is said in it. It outlives the voice. */
  async words(id: string): Promise<string | null> {
    if (!ID.test(id)) return null;
    const found = await untilDurable(() => this.#words.findOne({ _id: binaryOf(id) }));
    return found === null ? null : this.#opened(found, found.sealed, wordsPlace(id));
  }

  /** What a list shows beside an answer; `null`: neither the file nor what was typed of it is there. */
  async note(
    id: string,
  ): Promise<{ there: boolean; seconds?: number | undefined; words: string | null } | null> {
    const [card, words] = [await this.card(id), await this.words(id)];
    return card === null && words === null ? null : { there: card !== null, seconds: card?.seconds, words };
  }

  /** How many voices and photos a person sent are kept. */
  countOf(person: string): Promise<number> {
    const theirs = { who: this.#who(person), spoken: { $ne: true as const } };
    return untilDurable(() => this.#files.countDocuments(theirs));
  }

  /** Deletes all of a person; how many documents went. Safe to repeat. */
  async eraseFor(person: string): Promise<number> {
    const theirs = { who: this.#who(person) };
    const files = await untilDurable(() => this.#files.deleteMany(theirs, DURABLE));
    const words = await untilDurable(() => this.#words.deleteMany(theirs, DURABLE));
    return files.deletedCount + words.deletedCount;
  }

  /** What is `from`'s is `to`'s from then on, under its key; each keeps its id. Safe to repeat. */
  async unite(from: string, to: string): Promise<void> {
    const theirs = { who: this.#who(from) };
    const files = await untilDurable(() => this.#files.find(theirs).toArray());
    for (const file of files) {
      const set = await this.#resealed(file, to, bytesPlace(idOf(file)));
      if (set !== null)
        await untilDurable(() => this.#files.updateOne({ _id: file._id, ...theirs }, { $set: set }, DURABLE));
    }
    const words = await untilDurable(() => this.#words.find(theirs).toArray());
    for (const typed of words) {
      const set = await this.#resealed(typed, to, wordsPlace(idOf(typed)));
      if (set !== null)
        await untilDurable(() =>
          this.#words.updateOne({ _id: typed._id, ...theirs }, { $set: set }, DURABLE),
        );
    }
  }

  /** `null`: one of the two keys is gone. */
  async #resealed(
    kept: Pick<StoredSent, '_id' | 'owner' | 'sealed'>,
    to: string,
    place: string,
  ): Promise<Pick<StoredSent, 'who' | 'owner' | 'sealed'> | null> {
    const plain = await this.#opened(kept, kept.sealed, place);
    const sealed = plain === null ? null : await this.#deps.persons.seal(to, plain, place);
    if (sealed === null) return null;
    const { who, owner } = this.#whose(idOf(kept), to);
    return { who, owner, sealed: new mongo.Binary(sealed) };
  }

  async #find(id: string, projection: mongo.Document): Promise<StoredSent | null> {
    if (!ID.test(id)) return null;
    return untilDurable(() => this.#files.findOne({ _id: binaryOf(id) }, { projection }));
  }

  #whose(id: string, person: string): Pick<StoredSent, '_id' | 'who' | 'owner'> {
    const owner = new mongo.Binary(this.#deps.sealer.seal(person, ownerPlace(id)));
    return { _id: binaryOf(id), who: this.#who(person), owner };
  }

  #who(person: string): mongo.Binary {
    return new mongo.Binary(this.#deps.fingerprint('citizen-media-person', person).subarray(0, ID_BYTES));
  }

  #ownerOf({ _id, owner }: Pick<StoredSent, '_id' | 'owner'>): string {
    return this.#deps.sealer.open(owner.buffer, ownerPlace(idOf({ _id })));
  }

  /** `null` where a key is gone: the person's, or that of the time in which it was sealed. */
  async #opened(
    whose: Pick<StoredSent, '_id' | 'owner'>,
    sealed: mongo.Binary,
    place: string,
  ): Promise<string | null> {
    try {
      return await this.#deps.persons.open(this.#ownerOf(whose), sealed.buffer, place);
    } catch (cause) {
      if (cause instanceof Fault && cause.code === 'key_gone') return null;
      throw cause;
    }
  }
}

/**
 * Under which a file is kept, the same for the same person and file: capabilities keep it beside an answer, sealed.
 * @param file the channel's own name of it
 */
export const sentId = (fingerprint: Fingerprint, person: string, channel: string, file: string): string =>
  fingerprint('citizen-media', person, channel, file).subarray(0, ID_BYTES).toString('hex');

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

const isAudio = (type: string): type is AudioType => AUDIO_TYPES.some((one) => one === type);

const idOf = ({ _id }: Pick<StoredSent, '_id'>): string => Buffer.from(_id.buffer).toString('hex');
const binaryOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'hex'));
const bytesPlace = (id: string): string => `${CITIZEN_MEDIA}/sealed/${id}`;
const ownerPlace = (id: string): string => `${CITIZEN_MEDIA}/owner/${id}`;
const wordsPlace = (id: string): string => `${CITIZEN_WORDS}/sealed/${id}`;
