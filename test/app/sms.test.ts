import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, mongo } from 'mongoose';
import { plain } from '../../src/channels/sms/plain.ts';
import { connect } from '../../src/store/connection.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type GatewayStandIn, startGateway } from '../sms/index.ts';
import type { Phone as Keys } from '../sms/phone.ts';
import { allDone } from './counting.ts';
import { type Installation, installation } from './installation.ts';
import { answerTo, type Phone } from './phones.ts';
import { PATIENCE_MS, type Running, startHere } from './running.ts';
import { play, words } from './talk.ts';
import { TRANSCRIPTS } from './transcripts.ts';

const LONG_MS = 600_000;

describe('C15: whole talks by SMS', () => {
  let database: TestDatabase;
  let connection: Connection;
  let gateway: GatewayStandIn;
  let place: Installation;
  let running: Running;

  beforeAll(async () => {
    database = await testDatabase();
    connection = await connect(database.uri);
    place = await installation({ MONGODB_URI: database.uri });
    gateway = await startGateway({
      webhook: `${place.url}/webhooks/sms`,
      ...{ shows: 'secret', joins: false, brings: { partsOf: 60 }, reports: true },
    });
    Object.assign(place.env, gateway.settings, { SMS_LONG: 'numbered' });
    running = await startHere(place);
  }, LONG_MS);
  afterAll(async () => {
    await running.stop();
    await gateway.stop();
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
  const count = (collection: string) => connection.collection(collection).countDocuments();

  it(
    'F3: each language, in letters of GSM; the answers of the survey stand once',
    async () => {
      const talkers = TRANSCRIPTS.map(({ lang, parts }, at) => ({
        lang,
        parts,
        keys: gateway.phone(at + 1),
      }));
      const playing = talkers.map(({ lang, parts, keys }) => play(phoneOf(keys), lang, parts.flat(), onKeys));
      await Promise.all(playing);
      await settled();
      expect(await count('survey_answers')).toBe(talkers.length * 5);
      for (const { text } of gateway.taken) expect(text).not.toMatch(/[ɛɔɲŋ’«»]/);
    },
    LONG_MS,
  );

  it(
    'C6, T4: erasing takes the code that stands before it; a number, a yes or an old code does not',
    async () => {
      const keys = gateway.phone(1);
      const phone = phoneOf(keys);
      const before = await count('survey_answers');
      await answerTo(phone, () => phone.says('effacer'));
      const old = codeOn(keys, 'Tout effacer');
      for (const slip of ['1', 'oui', 'Tout effacer', 'effacer 1', String(Number(old) - 1)]) {
        const { text } = await answerTo(phone, () => phone.says(slip));
        expect([slip, text]).not.toEqual([slip, onKeys(words('fr', ['mes-donnees/adieu.ask']))]);
      }
      await answerTo(phone, () => phone.says('2'));
      await answerTo(phone, () => phone.says('effacer'));
      const code = codeOn(keys, 'Tout effacer');
      expect(code).not.toBe(old);
      await answerTo(phone, () => phone.says(old));
      await settled();
      expect(await count('survey_answers')).toBe(before);
      const bye = await answerTo(phone, () => phone.says(`${code}.`));
      expect(bye.text).toBe(onKeys(words('fr', ['mes-donnees/adieu.ask'])));
      await settled();
      expect(await count('survey_answers')).toBe(before - 5);
    },
    LONG_MS,
  );

  it(
    'T8: STOP as networks teach it, in both languages, and the way back',
    async () => {
      const phone = phoneOf(gateway.phone(2));
      for (const word of ['STOP', 'Unsubscribe', 'A dabila']) {
        const heard = await answerTo(phone, () => phone.says(word));
        expect(heard.text).toBe(onKeys(words('bm', ['stop/arrete.ask'])));
        await answerTo(phone, () => phone.says('START'));
      }
    },
    LONG_MS,
  );

  it('T1: no number and no word of a person stands in the database', async () => {
    const words = ['70000001', '70000002', 'Parler avec les voisins', 'An ka kuma'];
    let documents = 0;
    for await (const bytes of documentsOf(connection)) {
      documents += 1;
      expect(words.filter((word) => Buffer.from(bytes).includes(word))).toEqual([]);
    }
    expect(documents).toBeGreaterThan(20);
  });

  it(
    'C15: a long SMS comes in parts and is one answer; reports come back to what was sent',
    async () => {
      const phone = phoneOf(gateway.phone(2));
      const taken = await count('conversations');
      await answerTo(phone, () => phone.says(`kan ${'k'.repeat(150)}`));
      await gateway.deliveries.idle();
      await settled();
      expect(await count('conversations')).toBe(taken);
      expect(gateway.deliveries.tried.filter(({ body }) => body.includes('"parts":3'))).toHaveLength(3);
      expect(await connection.collection('sms_pieces').countDocuments({ done: true })).toBe(
        await count('sms_pieces'),
      );
      expect(gateway.deliveries.tried.filter(({ status }) => status !== 200)).toEqual([]);
      const metrics = await (await fetch(`${place.url}/metrics`)).text();
      const [, parts] = /benkan_outbound_total\{outcome="sms_part",channel="sms"\} (\d+)/.exec(metrics) ?? [];
      expect(Number(parts)).toBe(gateway.taken.length);
      const [, messages] = /benkan_outbound_total\{outcome="sent",channel="sms"\} (\d+)/.exec(metrics) ?? [];
      const [, told] = /benkan_receipts_total\{state="delivered",channel="sms"\} (\d+)/.exec(metrics) ?? [];
      expect(told).toBe(messages);
    },
    LONG_MS,
  );
});

/** Every document there is, as its bytes. */
async function* documentsOf(connection: Connection): AsyncGenerator<Uint8Array> {
  for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
    for await (const document of connection.collection(name).find()) yield mongo.BSON.serialize(document);
}

/** What is typed before a label on the newest message that has it. */
const codeOn = (keys: Keys, label: string): string => {
  const line = keys.received.toReversed().flatMap(({ text }) => text.split('\n').reverse());
  return /^\d+/.exec(line.find((each) => each.endsWith(`. ${label}`)) ?? '')?.[0] ?? '';
};

/** As it stands on a phone of keys; what was cut between two SMS, at a space or a line, no reader can tell. */
const onKeys = (text: string): string => plain(text).replace(/\s+/g, ' ');

/** The taps of the transcripts, as they are typed where nothing can be pressed. */
const TYPED: Readonly<Record<string, string>> = {
  fr: '1',
  bm: '2',
  accepter: '1',
  continuer: '1',
  revenir: '1',
};

function phoneOf(keys: Keys): Phone {
  const says = async (text: string): Promise<void> => keys.says(text);
  return {
    says,
    chooses: (token) => says(TYPED[token.trim()] ?? ''),
    heard: async () =>
      keys.shown.map(({ text, labels }) => ({
        text: text.replace(/\s+/g, ' '),
        // No token ever comes to a phone; a test names a choice by its key, which stands behind one.
        choices:
          labels.length === 0
            ? []
            : Object.keys(TYPED).map((key) => ({ id: key.padStart(17 + key.length), label: key })),
      })),
  };
}
