import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { eventsStore } from '../../src/capabilities/volunteers/events/events-store.ts';
import { dayOf } from '../../src/domain/clock.ts';
import { type Installation, installation } from '../app/installation.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { shipped } from '../flows/shipped.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { testClock } from '../universe/time.ts';
import { crowd } from './crowd.ts';
import { buildPlan } from './volunteers-world.ts';

const EVENT = 'ea1b2c3d4e5f6';
const clock = testClock();
let database: TestDatabase;
let place: Installation;
let running: RunningHere;
let client: mongoose.mongo.MongoClient;
beforeAll(async () => {
  database = await testDatabase();
  place = await installation({ MONGODB_URI: database.uri });
  running = await startHere(place, clock);
  client = await mongoose.mongo.MongoClient.connect(database.uri);
}, PATIENCE_MS);
afterAll(async () => {
  await client.close();
  await running.stop();
  await place.remove();
  await database.drop();
}, PATIENCE_MS);

const say = (flow: string, key: string, params: Record<string, string | number> = {}): string =>
  shipped.speaker.say('fr', { flow, key }, params);

it('V1, V4, V5, V7, T4: sheet, place, waiting list, the next moves up, reminder, my data, erasing', async () => {
  const { house } = running;
  const people = crowd(house, 2);
  const events = eventsStore(client.db(database.name), testKeyring().sealer);
  const plan = buildPlan(clock.now(), { capacity: 1, exact: null, title: { fr: 'Match', bm: null } });
  await events.add(EVENT, 'campagne', plan, dayOf(plan.starts));
  await events.become({ id: EVENT, org: 'campagne', from: 'draft' }, 'open');
  /** What both were told besides their own answers. */
  const told = async (index: number, words: string): Promise<void> => {
    await until(
      async () => {
        await house.dues.run();
        await house.dues.idle();
        return people.heard(index).includes(words);
      },
      () => people.heard(index),
      PATIENCE_MS,
    );
  };

  for (const deed of [{ say: 'bonjour' }, { tap: 'fr' }, { tap: 'accepter' }]) await people.all(deed);
  // Somebody who is no volunteer yet is led to the sheet, and comes back to the activity they wanted.
  expect(await people.one(0, { say: 'activités' })).toContain(say('activites', 'laquelle.ask'));
  expect(await people.one(0, { tap: EVENT })).toContain(say('activites', 'restent', { places: 1 }));
  expect(await people.one(0, { tap: 'inscrire' })).toContain(say('activites', 'd_abord'));
  const sheet = ['18-24', 'accepte', '', 'femme', 'bamako', 'sport', 'soir', 'non'];
  let answer = '';
  for (const [index, tap] of sheet.entries()) {
    const deed = index === 2 ? { say: 'Kadi' } : index === 4 ? { say: 'Bamako' } : { tap };
    answer = await people.one(0, deed);
  }
  expect(answer).toContain(say('volontaire', 'merci'));
  expect(answer).toContain('Match\nmardi 24 novembre');
  expect(await people.one(0, { tap: 'inscrire' })).toContain(say('activites', 'inscrit'));
  // A second tap on the place that is theirs changes nothing.
  await people.one(0, { say: 'activités' });
  expect(await people.one(0, { tap: EVENT })).toContain(say('activites', 'confirmee'));

  for (const deed of [
    { say: 'volontaire' },
    { tap: '25-35' },
    { tap: 'accepte' },
    { say: 'Awa' },
    { tap: 'femme' },
    { say: 'Kayes' },
    { tap: 'art' },
    { tap: 'soir' },
    { tap: 'oui' },
  ])
    await people.one(1, deed);
  await people.one(1, { tap: EVENT });
  expect(await people.one(1, { tap: 'inscrire' })).toContain(
    say('activites', 'liste_attente', { position: 1 }),
  );

  expect(await people.one(0, { tap: 'annuler' })).toContain(say('activites', 'sur.ask'));
  expect(await people.one(0, { tap: 'oui' })).toContain(say('activites', 'annule'));
  await told(1, say('place-liberee', 'empeche'));

  // The eve, 18:00: one reminder, in words that name no activity.
  clock.advance(Date.UTC(2026, 10, 23, 18) - clock.now());
  await told(1, 'Rappel : mardi 24 novembre');
  expect(people.heard(1)).not.toContain('Match');

  expect(await people.one(0, { say: 'mes données' })).toContain(
    say('mes-donnees', 'volontaire', { sheet: 1, signups: 1 }),
  );
  await people.one(0, { tap: 'effacer' });
  await house.effects.idle();
  const db = client.db(database.name);
  await until(
    async () => (await db.collection('volunteers').countDocuments()) === 1,
    () => 'the sheet is still there',
    PATIENCE_MS,
  );
  expect(await db.collection('volunteer_signups').countDocuments()).toBe(1);
}, 120_000);

it('T6, T1: no name in clear, and no id of one collection stands in another', async () => {
  const db = client.db(database.name);
  const docs = async (name: string): Promise<mongoose.mongo.Document[]> =>
    db.collection(name).find().toArray();
  const [volunteers, signups, people, conversations] = await Promise.all(
    ['volunteers', 'volunteer_signups', 'people', 'conversations'].map(docs),
  );
  const ours = [...volunteers!, ...signups!];
  expect(JSON.stringify(ours)).not.toMatch(/\bAwa\b|\bKadi\b/u);
  const idsOf = (all: mongoose.mongo.Document[]): string[] => all.map(({ _id }) => hexOf(_id));
  const bytes = ours.map((doc) => Buffer.from(mongoose.mongo.BSON.serialize(doc)).toString('hex'));
  for (const id of [...idsOf(people!), ...idsOf(conversations!)])
    for (const each of bytes) expect(each).not.toContain(id);
  for (const id of idsOf(volunteers!))
    for (const doc of signups!)
      expect(Buffer.from(mongoose.mongo.BSON.serialize(doc)).toString('hex')).not.toContain(id);
  // Days, never finer.
  for (const doc of ours) for (const value of Object.values(doc)) expect(value instanceof Date).toBe(false);
  expect(ours.every(({ day }) => /^\d{4}-\d{2}-\d{2}$/u.test(String(day)))).toBe(true);
});

const hexOf = (id: unknown): string =>
  typeof id === 'string'
    ? Buffer.from(id).toString('hex')
    : Buffer.from((id as mongoose.mongo.Binary).value()).toString('hex');
