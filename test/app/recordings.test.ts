import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { MailboxItem } from '../../src/channels/web/index.ts';
import { openCollections } from '../../src/store/collections.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { MEDIA_COLLECTION, MediaStore } from '../../src/store/media.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { type Installation, installation } from './installation.ts';
import { answerTo, telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS, type RunningHere, startHere } from './running.ts';

let database: TestDatabase;
let connection: Connection;
let telegram: TelegramStandIn;
let place: Installation;
let house: RunningHere;
let media: MediaStore;
let id: string;
const bytes = oggOpus({ seconds: 2 });

beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  await openCollections(connection.db!, [MEDIA_COLLECTION]);
  const chance = { token: (length: number) => randomBytes(length).toString('base64url') };
  media = new MediaStore(connection, { now: () => Date.now() }, chance);
  id = await media.put(bytes, 'audio/ogg');
  telegram = await startTelegram();
  place = await installation({
    MONGODB_URI: database.uri,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: 'polling',
  });
  place.env['FLOWS_DIR'] = await flowsThatSpeak(place.folder, id);
  house = await startHere(place);
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await house.stop();
  await telegram.stop();
  await database.drop();
  await connection.close();
  await place.remove();
});

describe('C8: a recording, from the flow to the phone', () => {
  it(
    'Telegram: one voice note with the words under it, one upload for two people; words alone once it was dropped',
    async () => {
      for (const person of [7101, 7102]) {
        const phone = telegramPhone(telegram, person);
        const { text } = await answerTo(phone, () => phone.says('aide'));
        expect(telegram.person(person).received.at(-1)).toMatchObject({
          caption: text,
          voice: { duration: 2 },
        });
      }
      expect(telegram.files.uploads).toBe(1);
      const other = await media.get(id);
      await media.drop(id);
      const phone = telegramPhone(telegram, 7101);
      const { text } = await answerTo(phone, () => phone.says('aide'));
      expect(telegram.person(7101).received.at(-1)).toMatchObject({ text });
      expect(other?.bytes).toEqual(bytes);
    },
    PATIENCE_MS,
  );

  it(
    'web chat: a link that plays, and no link once it was dropped',
    async () => {
      await connection.collection('media').insertOne({ ...(await stored()), _id: id as never });
      const phone = await webPhone(place);
      const spoken = (await answerTo(phone, () => phone.says('aide'))) as unknown as MailboxItem;
      expect(spoken.audio).toEqual({
        url: `/media/${id}`,
        type: 'audio/ogg',
        bytes: bytes.length,
        seconds: 2,
      });
      const sound = await fetch(place.url + (spoken.audio?.url ?? ''));
      expect(Buffer.from(await sound.arrayBuffer())).toEqual(bytes);
      await media.drop(id);
      expect((await fetch(place.url + (spoken.audio?.url ?? ''))).status).toBe(404);
      const silent = (await answerTo(phone, () => phone.says('aide'))) as unknown as MailboxItem;
      expect([silent.text, silent.audio]).toEqual([spoken.text, undefined]);
    },
    PATIENCE_MS,
  );
});

/** The same recording again, to be put back under its old id. */
async function stored(): Promise<Record<string, unknown>> {
  const again = await media.put(bytes, 'audio/ogg');
  return (await connection.collection('media').findOne({ _id: again as never })) ?? {};
}

/** The shipped flows, where the first words of the help have a recording. */
async function flowsThatSpeak(folder: string, recording: string): Promise<string> {
  const flows = path.join(folder, 'flows');
  await cp('flows', flows, { recursive: true });
  const help = path.join(flows, 'aide.yaml');
  const source = await readFile(help, 'utf8');
  const spoken = source.replace('  - say: repondre\n', `  - say: repondre\n    audio: '"${recording}"'\n`);
  if (spoken === source) throw new Error('aide.yaml does not say what it did.');
  await writeFile(help, spoken);
  return flows;
}
