import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oggOpus } from '../../test/media/ogg-opus.ts';
import { type TestStore, testStore } from '../../test/universe/store.ts';
import { testClock } from '../../test/universe/time.ts';
import { CitizenMediaStore, sentId } from './citizen-media.ts';
import { CITIZEN_COLLECTIONS } from './citizen-media-shapes.ts';
import { expire, openCollections } from './collections.ts';
import { MediaUploads, UPLOADS_COLLECTION } from './media-uploads.ts';
import { personSealer } from './person-sealer.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const how = { day: '2026-11-22', lang: 'bm' };
const voice = { media: 'voice', type: 'audio/ogg', bytes: oggOpus({ seconds: 3 }), seconds: 2.99 } as const;
const by = { staff: 'staff-1', day: '2026-11-22' };
let store: TestStore;
let sent: CitizenMediaStore;
let people = 0;

beforeAll(async () => {
  store = await testStore();
  await openCollections(store.connection.db!, [...CITIZEN_COLLECTIONS, UPLOADS_COLLECTION]);
  sent = new CitizenMediaStore({
    connection: store.connection,
    ...store.keyring,
    persons: personSealer(store.people),
  });
});
afterAll(() => store.close());

const somebody = (): Promise<string> => store.people.create(Buffer.alloc(32, (people += 1)));
const idOf = (person: string, file = 'f'): string => sentId(store.keyring.fingerprint, person, 'web', file);
const bytesIn = async (collection: string): Promise<Buffer> =>
  Buffer.concat(
    await store.connection
      .collection(collection)
      .find({}, { raw: true })
      .map((raw) => raw as unknown as Buffer)
      .toArray(),
  );

describe('C8: voices and photos of citizens', () => {
  it('come back as they were kept, once, with nothing of them in clear (T1)', async () => {
    const person = await somebody();
    const id = idOf(person);
    expect(await sent.put(id, person, voice, how)).toBe('kept');
    expect(await sent.put(id, person, { ...voice, bytes: oggOpus({ seconds: 9 }) }, how)).toBe('kept');
    expect(await sent.open(id)).toEqual({ ...voice, seconds: 3 });
    expect(await sent.card(id)).toEqual({
      ...{ id, media: 'voice', type: 'audio/ogg', size: voice.bytes.length, seconds: 3 },
      ...how,
    });
    expect(await sent.countOf(person)).toBe(1);
    const lying = await bytesIn('citizen_media');
    expect(lying.includes('OggS') || lying.includes(voice.bytes.toString('base64').slice(40, 60))).toBe(
      false,
    );
    expect(lying.includes(person)).toBe(false);
  });

  it('one file of two persons is two files', async () => {
    const [one, other] = [await somebody(), await somebody()];
    expect(idOf(one)).not.toBe(idOf(other));
  });

  it('T2: bytes moved to another file do not open', async () => {
    const person = await somebody();
    const files = store.connection.collection('citizen_media');
    const [from, to] = [idOf(person, 'from'), idOf(person, 'to')];
    for (const id of [from, to]) await sent.put(id, person, voice, how);
    const key = (id: string): object => ({ _id: Buffer.from(id, 'hex') as never });
    const moved = await files.findOne(key(from));
    await files.updateOne(key(to), { $set: { sealed: moved!['sealed'] } });
    await expect(sent.open(to)).rejects.toMatchObject({ code: 'sealed_unreadable' });
  });

  it('what staff typed of a voice replaces what stood there, and empty words take it away', async () => {
    const person = await somebody();
    const id = idOf(person);
    await sent.put(id, person, voice, how);
    expect(await sent.words(id)).toBeNull();
    expect(await sent.transcribe(id, 'Bɛn ka di', by)).toBe(true);
    expect(await sent.transcribe(id, 'Bɛn ka di an ye', by)).toBe(true);
    expect(await sent.note(id)).toEqual({ there: true, seconds: 3, words: 'Bɛn ka di an ye' });
    expect((await bytesIn('citizen_words')).includes('ka di')).toBe(false);
    expect(await sent.transcribe(id, '', by)).toBe(true);
    expect(await sent.words(id)).toBeNull();
    expect(await sent.transcribe(idOf(person, 'none'), 'x', by)).toBe(false);
  });

  it('that are no answers to a survey are listed by day, and only they', async () => {
    const person = await somebody();
    for (const [file, day] of [
      ['old', '2026-11-20'],
      ['new', '2026-11-21'],
    ] as const)
      await sent.put(idOf(person, file), person, voice, { ...how, day, listed: true });
    await sent.put(idOf(person, 'asked'), person, voice, how);
    const { total, cards } = await sent.listed(0, 10);
    expect([total, cards.map(({ day }) => day)]).toEqual([2, ['2026-11-21', '2026-11-20']]);
    expect((await sent.listed(1, 10)).cards).toHaveLength(1);
  });

  it('C6: of two people who become one are the one’s, under its key, and answers still find them', async () => {
    const [from, to] = [await somebody(), await somebody()];
    const id = idOf(from);
    await sent.put(id, from, voice, how);
    await sent.transcribe(id, 'un puits', by);
    await sent.unite(from, to);
    await sent.unite(from, to);
    expect([await sent.countOf(from), await sent.countOf(to)]).toEqual([0, 1]);
    await sent.eraseFor(from);
    await store.people.erase(from);
    expect((await sent.open(id))?.bytes).toEqual(voice.bytes);
    expect(await sent.words(id)).toBe('un puits');
    await store.people.erase(to);
    expect(await sent.open(id)).toBeNull();
  });

  it('T4: are gone with their person, what was typed too; and what a copy still holds does not open', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const [id, kept] = [idOf(person), idOf(other)];
    for (const [one, whose] of [
      [id, person],
      [kept, other],
    ] as const) {
      await sent.put(one, whose, voice, how);
      await sent.transcribe(one, 'words', by);
    }
    const files = store.connection.collection('citizen_media');
    const copy = await files.findOne({ _id: Buffer.from(id, 'hex') });
    expect(await sent.eraseFor(person)).toBe(2);
    expect(await sent.eraseFor(person)).toBe(0);
    expect(await sent.note(id)).toBeNull();
    await store.people.erase(person);
    expect(await sent.put(id, person, voice, how)).toBe('erased');
    await files.insertOne(copy as never);
    expect(await sent.open(id)).toBeNull();
    expect(await sent.note(kept)).toMatchObject({ words: 'words' });
  });

  it('T5: voices go after 30 days, what was typed of them after two years', async () => {
    const person = await somebody();
    const id = idOf(person);
    await sent.put(id, person, voice, how);
    await sent.transcribe(id, 'words', by);
    await expire(store.connection.db!, CITIZEN_COLLECTIONS, NOW + 30 * DAY_MS);
    expect(await sent.note(id)).toMatchObject({ there: true });
    await expire(store.connection.db!, CITIZEN_COLLECTIONS, NOW + 32 * DAY_MS);
    expect(await sent.note(id)).toEqual({ there: false, words: 'words' });
    await expire(store.connection.db!, CITIZEN_COLLECTIONS, NOW + 732 * DAY_MS);
    expect(await sent.note(id)).toBeNull();
  });

  it.each(['', 'x', '../../etc/passwd', 'A'.repeat(32), '__proto__', '0'.repeat(31)])(
    'T13: nothing lies under the id %j',
    async (id) => {
      expect([await sent.card(id), await sent.open(id), await sent.words(id)]).toEqual([null, null, null]);
    },
  );
});

describe('C8: files of the chat page on their way', () => {
  const clock = testClock(NOW);
  const uploads = (): MediaUploads =>
    new MediaUploads(store.connection, store.keyring.fingerprint, store.keyring.sealer, clock);
  const file = { type: 'audio/webm', bytes: Buffer.from('the sound of a voice') };

  it('are found by their id until they are removed or a day is over, sealed meanwhile', async () => {
    const waiting = uploads();
    const id = await waiting.put('token', 'm1', file);
    expect(await waiting.put('token', 'm1', file)).toBe(id);
    expect(await waiting.put('other', 'm1', file)).not.toBe(id);
    expect(await waiting.get(id)).toEqual(file);
    expect((await bytesIn('media_uploads')).includes('sound of')).toBe(false);
    await waiting.remove(id);
    await waiting.remove(id);
    expect(await waiting.get(id)).toBeNull();
    const late = await waiting.put('token', 'm2', file);
    await expire(store.connection.db!, [UPLOADS_COLLECTION], NOW + 2 * DAY_MS);
    expect(await waiting.get(late)).toBeNull();
  });

  it('T4: go with their chat', async () => {
    const waiting = uploads();
    const [id, other] = [await waiting.put('mine', 'm1', file), await waiting.put('theirs', 'm1', file)];
    await waiting.drop('mine');
    expect([await waiting.get(id), await waiting.get(other)]).toEqual([null, file]);
  });

  it('T16: more than two hundred at a time are refused for now', async () => {
    const waiting = uploads();
    const flood = Array.from({ length: 200 }, (_, n) => ({ n, at: new Date(NOW) }));
    await store.connection.collection('media_uploads').insertMany(flood);
    await expect(waiting.put('flood', 'one more', file)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'uploads_full',
    });
  });
});
