import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { CLOUD, type CloudStandIn, startCloud } from '../whatsapp-cloud/index.ts';
import { offersOf, type Person } from '../whatsapp-cloud/person.ts';
import { allDone } from './counting.ts';
import { type Installation, installation } from './installation.ts';
import { answerTo, offered, type Phone } from './phones.ts';
import { PATIENCE_MS, type Running, startHere } from './running.ts';
import { play } from './talk.ts';
import { TRANSCRIPTS } from './transcripts.ts';

const LONG_MS = 600_000;

describe('C3: whole talks over the WhatsApp Cloud API', () => {
  let database: TestDatabase;
  let connection: Connection;
  let cloud: CloudStandIn;
  let place: Installation;
  let running: Running;

  beforeAll(async () => {
    database = await testDatabase();
    connection = await connect(database.uri);
    place = await installation({
      MONGODB_URI: database.uri,
      WHATSAPP_DRIVER: 'cloud',
      WHATSAPP_CLOUD_TOKEN: CLOUD.token,
      WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: 'a-word-for-this-test-only',
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
    });
    cloud = await startCloud({ webhook: `${place.url}/webhooks/whatsapp` });
    place.env['WHATSAPP_CLOUD_API_ROOT'] = cloud.root;
    running = await startHere(place);
  }, LONG_MS);
  afterAll(async () => {
    await running.stop();
    await cloud.stop();
    await database.drop();
    await connection.close();
    await place.remove();
  });

  const settled = (): Promise<void> =>
    until(
      () => allDone(connection),
      () => 'all is applied and sent',
      PATIENCE_MS,
    );

  it('Meta asks whether the address is ours', async () => {
    const query = 'hub.mode=subscribe&hub.verify_token=a-word-for-this-test-only&hub.challenge=42';
    const answer = await fetch(`${place.url}/webhooks/whatsapp?${query}`);
    expect([answer.status, await answer.text()]).toEqual([200, '42']);
  });

  it(
    'F3: each language, one of them without a number, through a restart; answers stand once, and erasing leaves nothing',
    async () => {
      const talkers = TRANSCRIPTS.map(({ lang, parts }, at) => ({ lang, parts, person: cloud.person(at) }));
      talkers[0]!.person.hidesNumber = true;
      for (const part of [0, 1, 2] as const) {
        if (part === 1) {
          await running.stop();
          running = await startHere(place);
        }
        await Promise.all(talkers.map(({ lang, parts, person }) => play(phoneOf(person), lang, parts[part])));
      }
      await settled();
      expect(await connection.collection('survey_answers').countDocuments()).toBe(talkers.length * 5);
      expect(await connection.collection('whatsapp_windows').countDocuments()).toBe(talkers.length);
      const phone = phoneOf(talkers[0]!.person);
      await answerTo(phone, () => phone.says('effacer'));
      const token = await offered(phone, 'effacer');
      await answerTo(phone, () => phone.chooses(token));
      await settled();
      expect(await connection.collection('survey_answers').countDocuments()).toBe((talkers.length - 1) * 5);
      expect(await connection.collection('whatsapp_windows').countDocuments()).toBe(talkers.length - 1);
    },
    LONG_MS,
  );
});

/** What can be pressed is pressed; labels are only how a person finds it. */
const phoneOf = (person: Person): Phone => ({
  says: async (text) => person.says(text),
  chooses: async (token) => person.taps(labelOf(person, token)),
  heard: async () =>
    person.shown.map(({ params }) => ({
      text: textOf(params),
      choices: offersOf(params).map(({ id, title }) => ({ id, label: title })),
    })),
});

const labelOf = (person: Person, token: string): string =>
  person.shown.flatMap(({ params }) => offersOf(params)).findLast(({ id }) => id === token)?.title ?? '';

function textOf(params: Readonly<Record<string, unknown>>): string {
  const { text, interactive } = params as {
    text?: { body: string };
    interactive?: { body: { text: string } };
  };
  return text?.body ?? interactive?.body.text ?? '';
}
