import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { type Colleague, colleague } from '../app/colleague.ts';
import { type Installation, installation } from '../app/installation.ts';
import { answerTo, offered, type Phone, telegramPhone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { createStaff } from '../../src/web/staff/index.ts';
import { ask, codeAt, cookieFrom } from '../staff/site.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { oggOpus } from './ogg-opus.ts';
import { jpeg, PLACE } from './pictures.ts';
import { MERCI, withWitnesses } from './witnesses.ts';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let telegram: TelegramStandIn;
let place: Installation;
let house: RunningHere;
let analyst: Colleague;

beforeAll(async () => {
  database = await testDatabase();
  client = await mongoose.mongo.MongoClient.connect(database.uri);
  telegram = await startTelegram();
  place = await installation({
    MONGODB_URI: database.uri,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await withWitnesses(place);
  house = await startHere(place);
  analyst = await colleague(place, house.house.staff, 'analyst', 'Awa');
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await house.stop();
  await telegram.stop();
  await client.close();
  await database.drop();
  await place.remove();
});

const collection = (name: string) => client.db(database.name).collection(name);
const count = (name: string): Promise<number> => collection(name).countDocuments();
/** What is due is begun now and then; a test does not wait for the clock. */
const fetchAll = async (): Promise<void> => {
  await house.house.effects.idle();
  await house.house.dues.run();
};
const say = (phone: Phone, text: string) => answerTo(phone, () => phone.says(text));
const tap = (phone: Phone, key: string) =>
  answerTo(phone, async () => phone.chooses(await offered(phone, key)));

async function agreed(phone: Phone): Promise<void> {
  await say(phone, 'bonjour');
  await tap(phone, 'fr');
  await tap(phone, 'lire');
  await tap(phone, 'accepter');
}

/** What a page or Telegram sends of a file. */
async function upload(token: string, id: string, media: string, bytes: Buffer, type: string) {
  const form = new FormData();
  form.set('id', id);
  form.set(media, new Blob([new Uint8Array(bytes)], { type }), media);
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${place.url}/api/chat/messages`, { method: 'POST', headers, body: form })).status;
}

const voice = oggOpus({ seconds: 3, comments: ['TITLE=Fatoumata Traore'] });

describe('C8: what people answer with voice and photo', () => {
  it(
    'on Telegram: kept without its place, heard by staff with a record, written down, erased with its person',
    async () => {
      const phone = telegramPhone(telegram, 8101);
      const person = telegram.person(8101);
      await agreed(phone);
      await say(phone, 'temoins');
      await answerTo(phone, async () => void person.sends('voice', { bytes: voice }));
      await say(phone, 'preuve');
      await answerTo(phone, async () => void person.sends('photo', { bytes: jpeg() }));
      await fetchAll();
      await until(
        async () => (await count('citizen_media')) === 2,
        () => 'both are kept',
        PATIENCE_MS,
      );

      const list = await analyst.page('/surveys/temoins/questions/voix/files');
      expect(list).toContain('pas encore transcrit');
      const [, id = ''] = /\/staff\/media\/([0-9a-f]{32})/.exec(list) ?? [];
      const page = await analyst.page(`/media/${id}?survey=temoins&question=voix`);
      expect(page).toContain(`src="/staff/media/${id}/file"`);
      expect(page).toContain('href="/staff/surveys/temoins/questions/voix/files"');
      await analyst.sends(`/media/${id}/words`, { words: 'Bɛn ka di an ye' });
      expect(await analyst.page('/surveys/temoins/questions/voix/files')).toContain('Bɛn ka di an ye');

      const { cookie } = await signedIn('admin');
      const sound = await ask(place, `/staff/media/${id}/file`, { cookie });
      expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/ogg']);
      const heard = Buffer.from(await sound.arrayBuffer());
      expect(heard.includes('Traore')).toBe(false);
      expect(heard.subarray(0, 4).toString()).toBe('OggS');
      const looks = await client
        .db(database.name)
        .collection<{ action: string; actor: { role: string } }>('audit')
        .find({ subject: `page/media/${id}/file` } as object)
        .toArray();
      expect(looks.map(({ action, actor }) => [action, actor.role])).toEqual([['staff.looked', 'admin']]);

      const photos = await analyst.page('/media');
      expect(photos).toContain('1 voix ou photo');
      const [, photo = ''] = /\/staff\/media\/([0-9a-f]{32})/.exec(photos) ?? [];
      const seen = await ask(place, `/staff/media/${photo}/file`, { cookie });
      const bytes = Buffer.from(await seen.arrayBuffer());
      expect(seen.headers.get('content-type')).toBe('image/jpeg');
      expect(bytes.includes(PLACE)).toBe(false);
      expect(bytes.equals(jpeg({ beside: [] }))).toBe(true);

      expect((await say(phone, 'mes données')).text).toContain('Messages vocaux et photos : 2');
      await tap(phone, 'effacer');
      await house.house.effects.idle();
      expect([await count('citizen_media'), await count('citizen_words')]).toEqual([0, 0]);
      expect((await ask(place, `/staff/media/${id}/file`, { cookie })).status).toBe(404);
    },
    PATIENCE_MS,
  );

  it(
    'on the chat page: kept, and gone from where it waited; what cannot be opened is said, and asked for again',
    async () => {
      const phone = await webPhone(place);
      await agreed(phone);
      await say(phone, 'temoins');
      const broken = Buffer.from('<html>');
      await answerTo(phone, async () => {
        expect(await upload(phone.token, 'v1', 'voice', broken, 'audio/ogg')).toBe(202);
      });
      const told = await answerTo(phone, () => fetchAll());
      expect(told.text).toContain("Je n'ai pas pu ouvrir ton message vocal.");
      await say(phone, 'preuve');
      await answerTo(phone, async () => {
        expect(await upload(phone.token, 'p1', 'photo', jpeg(), 'image/jpeg')).toBe(202);
      });
      await fetchAll();
      await until(
        async () => (await count('citizen_media')) === 1,
        () => 'the photo',
        PATIENCE_MS,
      );
      await until(
        async () => (await count('media_uploads')) === 0,
        () => 'nothing waits',
        PATIENCE_MS,
      );
    },
    PATIENCE_MS,
  );

  it(
    'a first message by voice is met kindly, and kept for staff once its person has agreed, not before',
    async () => {
      const phone = telegramPhone(telegram, 8102);
      const person = telegram.person(8102);
      await answerTo(phone, async () => void person.sends('voice', { bytes: oggOpus({ seconds: 5 }) }));
      await tap(phone, 'fr');
      await tap(phone, 'lire');
      await fetchAll();
      expect(await analyst.page('/media')).not.toContain('5 s · français');
      await tap(phone, 'accepter');
      await fetchAll();
      await until(
        async () => (await count('citizen_media')) === 2,
        () => 'the voice',
        PATIENCE_MS,
      );
      const list = await analyst.page('/media');
      expect(list).toContain('5 s · français');
    },
    PATIENCE_MS,
  );
});

describe('T20, T36: who may hear', () => {
  it('nobody of another organisation, no editor, no stranger; a form that is too long is refused', async () => {
    const id = await someVoice();
    const paths = [`/staff/media/${id}`, `/staff/media/${id}/file`];
    const [other, editor] = [await signedIn('admin', 'autre'), await signedIn('editor')];
    for (const path of paths) {
      expect((await ask(place, path, { cookie: other.cookie })).status).toBe(404);
      expect((await ask(place, path, { cookie: editor.cookie })).status).toBe(403);
      expect((await ask(place, path)).status).toBe(303);
    }
    expect(await (await ask(place, '/staff/media', { cookie: other.cookie })).text()).toContain(
      'Ni voix ni photo',
    );
    const ours = await signedIn('admin');
    const words = 'x'.repeat(4097);
    const refused = await ask(place, `${paths[0]!}/words`, { cookie: ours.cookie, form: { words } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/Au plus 4\s096 caractères\./u);
  });

  it(
    'W2, T22: what stands in a thread is heard through it, by who may read it alone, with a record',
    async () => {
      const phone = telegramPhone(telegram, 8103);
      await agreed(phone);
      await say(phone, 'parler');
      await tap(phone, 'ecrire');
      telegram.person(8103).sends('voice', { bytes: oggOpus({ seconds: 4 }) });
      const { cookie } = await signedIn('organiser');
      const at = async (path: string, who = cookie) => ask(place, `/staff/inbox${path}`, { cookie: who });
      const found = async (path: string, what: RegExp): Promise<string> => {
        let html = '';
        await until(
          async () => what.test((html = await (await at(path)).text())),
          () => path,
          PATIENCE_MS,
        );
        return what.exec(html)?.[1] ?? '';
      };
      const thread = await found('', /\/staff\/inbox\/([0-9a-f]{32})"/u);
      await fetchAll();
      const bytes = `/${thread}/files/${await found(`/${thread}`, /files\/([0-9a-f]{32})\/bytes"/u)}/bytes`;
      const sound = await at(bytes);
      expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/ogg']);
      expect(
        Buffer.from(await sound.arrayBuffer())
          .subarray(0, 4)
          .toString(),
      ).toBe('OggS');
      const subject = `page/inbox${bytes}`;
      expect(await collection('audit').countDocuments({ action: 'staff.looked', subject })).toBe(1);
      // In nobody's region: a coordinator finds no such thread. An analyst hears voices, and reads no thread.
      for (const [role, org, status] of [
        ['coordinator', 'benkan', 404],
        ['organiser', 'autre', 404],
        ['analyst', 'benkan', 403],
      ] as const)
        expect((await at(bytes, (await signedIn(role, org)).cookie)).status).toBe(status);
      expect((await at(`/${thread}/files/${await someVoice()}/bytes`)).status).toBe(404);
    },
    PATIENCE_MS,
  );

  it('a player may ask for a part of a voice', async () => {
    const id = await someVoice();
    const { cookie } = await signedIn('admin');
    const part = (range: string) =>
      fetch(`${place.url}/staff/media/${id}/file`, { headers: { cookie, range } });
    const some = await part('bytes=0-3');
    expect([some.status, await some.text()]).toEqual([206, 'OggS']);
    expect((await part('bytes=9999999-')).status).toBe(416);
    expect((await part('bytes=0-1,4-5')).status).toBe(200);
  });
});

describe('C8: who listens hears what is said', () => {
  it(
    'the size is said first, then texts come with their recordings, those of staff before those of the files',
    async () => {
      const { voices, media } = house.house.rooms;
      const own = await media.put(oggOpus({ seconds: 9, packetBytes: 40 }), 'audio/ogg');
      await voices.put('fr', { flow: 'temoins', key: 'voix.ask' }, own, 'staff-1');
      const phone = await webPhone(place);
      await say(phone, 'bonjour');
      const asked = await tap(phone, 'fr');
      expect(asked.text).toMatch(/Un message vocal pèse 1[89] ko au plus\./);
      await tap(phone, 'ecouter');
      await tap(phone, 'accepter');
      const question = (await say(phone, 'temoins')) as { audio?: { url: string } };
      expect(question.audio?.url).toBe(`/media/${own}`);
      const thanks = (await answerTo(phone, async () => {
        await upload(phone.token, 'v1', 'voice', voice, 'audio/ogg');
      })) as { audio?: { url: string } };
      const sound = await fetch(place.url + (thanks.audio?.url ?? ''));
      expect(Buffer.from(await sound.arrayBuffer())).toEqual(MERCI);
      await say(phone, 'écouter');
      await tap(phone, 'lire');
      expect(await say(phone, 'temoins')).not.toHaveProperty('audio');
      await fetchAll();
    },
    PATIENCE_MS,
  );
});

async function someVoice(): Promise<string> {
  const list = await analyst.page('/media');
  return /\/staff\/media\/([0-9a-f]{32})">Écouter/.exec(list)?.[1] ?? '';
}

let accounts = 0;
async function signedIn(role: string, org = 'benkan'): Promise<{ cookie: string }> {
  accounts += 1;
  const { staff } = house.house;
  const email = `m${accounts}@example.org`;
  const { password, totpSecret } = await createStaff(staff, { email, role, org, name: 'Moussa' });
  const form = { email, password, code: codeAt(totpSecret, staff.clock.now()) };
  return { cookie: cookieFrom(await ask(place, '/staff/sign-in', { form })) ?? '' };
}
