import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Installation, installation } from '../app/installation.ts';
import { answerTo, offered, type Phone, webPhone } from '../app/phones.ts';
import { atOnce } from '../app/readers.ts';
import { PATIENCE_MS, readyChild, type RunningChild, upToDate } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { shipped } from '../flows/shipped.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { NO_TEXT } from '../../src/capabilities/updates/model/content.ts';
import { type Colleague, colleague, publish, verifiedItem } from './staff-outside.ts';

const LONG_MS = 600_000;
/** A page of a send and a bit; many more, some of whom leave: test/app/leaving.test.ts. */
const SUBSCRIBERS = 32;
const BAMBARA = { ...NO_TEXT, title: 'Sariyasunba kura', first: 'Sariyasunba kura daminɛna.' };
const FRENCH = { ...NO_TEXT, title: 'La charte est remise', first: 'Elle compte 106 articles.' };

describe('updates in the whole house, over the web chat', () => {
  let database: TestDatabase;
  let place: Installation;
  let child: RunningChild;
  let awa: Colleague;
  let binta: Colleague;
  beforeAll(async () => {
    await upToDate();
    database = await testDatabase();
    place = await installation({ MONGODB_URI: database.uri });
    child = await readyChild(place);
    awa = await colleague(place, 'editor', 'awa@example.org');
    binta = await colleague(place, 'verifier', 'binta@example.org');
  }, LONG_MS);
  afterAll(async () => {
    await child.stop();
    await place.remove();
    await database.drop();
  }, LONG_MS);

  const say = (lang: string, key: string) => shipped.speaker.say(lang, { flow: 'nouvelles', key });
  const tap = async (phone: Phone, choice: string) => {
    const token = await offered(phone, choice);
    return answerTo(phone, () => phone.chooses(token));
  };
  const consented = async (lang: string) => {
    const phone = await webPhone(place);
    await answerTo(phone, () => phone.says('bonjour'));
    await tap(phone, lang);
    await tap(phone, 'accepter');
    return phone;
  };
  /** Nothing more is said within this time. */
  const silent = async (phone: Phone, ms = 5000) => {
    const before = (await phone.heard()).length;
    await pause(ms);
    expect((await phone.heard()).slice(before).map(({ text }) => text)).toEqual([]);
  };
  const hears = async (phone: Phone, words: string) =>
    until(
      async () => (await phone.heard()).at(-1)?.text.includes(words) === true,
      () => words,
      PATIENCE_MS,
    );

  it(
    'U3, U10: in each language from the menu to the news in two taps, by itself when published, and no more after stop',
    async () => {
      const [fr, bm, stopped] = [await consented('fr'), await consented('bm'), await consented('fr')];
      for (const [phone, lang] of [
        [fr, 'fr'],
        [bm, 'bm'],
        [stopped, 'fr'],
      ] as const) {
        expect((await tap(phone, 'nouvelles')).text).toContain(say(lang, 'aucune'));
        expect((await tap(phone, 'abonner')).text).toContain(say(lang, 'abonne'));
      }
      await answerTo(stopped, () => stopped.says('stop'));
      const item = await verifiedItem(awa, binta, { texts: { fr: FRENCH, bm: BAMBARA } });
      await publish(awa, item);
      await hears(fr, 'La charte est remise');
      await hears(bm, 'Sariyasunba kura daminɛna.');
      const [heard] = (await fr.heard()).slice(-1);
      for (const words of [
        say('fr', 'paliers.official_text'),
        'ML-',
        'Journal officiel',
        'benkan',
        'Campagne de la paix',
      ])
        expect(heard?.text).toContain(words);
      expect((await bm.heard()).at(-1)?.text).toContain(say('bm', 'paliers.official_text'));
      await silent(stopped, 1500);

      expect((await answerTo(fr, () => fr.says('nouvelles'))).text).toContain('La charte est remise');
      expect((await tap(fr, 'arreter')).text).toContain(say('fr', 'arrete'));
      await publish(
        awa,
        await verifiedItem(awa, binta, { texts: { fr: { ...FRENCH, title: 'Une autre' }, bm: NO_TEXT } }),
      );
      await hears(bm, 'Une autre');
      expect((await bm.heard()).at(-1)?.text).toContain(say('bm', 'autre_langue'));
      await silent(fr, 1500);
      const kibaruya = await answerTo(bm, () => bm.says('kibaruya'));
      expect(kibaruya.text).toContain('Une autre');
      expect((await tap(bm, 'suivante')).text).toContain('Sariyasunba kura');
      await tap(bm, 'arreter').catch(() => undefined);
    },
    LONG_MS,
  );

  it(
    'U10, U11: one tap rates an item and one more reads once a week; why it was of no use reaches the inbox, the bot goes on',
    async () => {
      const phone = await consented('fr');
      await publish(awa, await verifiedItem(awa, binta, { texts: { fr: FRENCH, bm: NO_TEXT } }));
      expect((await answerTo(phone, () => phone.says('nouvelles'))).text).toContain('La charte est remise');
      expect((await tap(phone, 'pas_utile')).text).toContain(say('fr', 'dire.ask'));
      await tap(phone, 'ecrire');
      expect((await answerTo(phone, () => phone.says('Il manque la date'))).text).toContain(
        say('fr', 'transmis'),
      );
      const organiser = await colleague(place, 'organiser', 'oumar@example.org');
      const list = await organiser.get('/inbox');
      const [thread] = /inbox\/[0-9a-f]{32}/u.exec(list) ?? [];
      expect(await organiser.get(`/${thread}`)).toMatch(/ML-\d{4}-\d{4} : Il manque la date/u);
      expect((await tap(phone, 'utile')).text).toContain(say('fr', 'merci'));
      expect((await tap(phone, 'abonner')).text).toContain(say('fr', 'abonne'));
      await answerTo(phone, () => phone.says('abonnement'));
      const noted = await tap(phone, 'semaine');
      expect(noted.text).toContain(shipped.speaker.say('fr', { flow: 'abonnement', key: 'rythmes.weekly' }));
    },
    LONG_MS,
  );

  it(
    'COMMIT 10: killed with SIGKILL in the middle of a send: it goes on, nobody has it twice, nobody goes without',
    async () => {
      const phones: Phone[] = [];
      await atOnce([...Array(SUBSCRIBERS).keys()], async () => {
        const phone = await consented('fr');
        await answerTo(phone, () => phone.says('nouvelles'));
        await tap(phone, 'abonner');
        phones.push(phone);
      });
      const texts = { fr: { ...FRENCH, title: 'Pendant une panne' }, bm: NO_TEXT };
      await publish(awa, await verifiedItem(awa, binta, { texts }));
      const times = async () =>
        Promise.all(
          phones.map(
            async (phone) =>
              (await phone.heard()).filter(({ text }) => text.includes('Pendant une panne')).length,
          ),
        );
      const reached = async () => (await times()).filter((n) => n > 0).length;
      await until(
        async () => (await reached()) > 0,
        () => 'the first page',
        PATIENCE_MS,
      );
      await child.kill();
      child = await readyChild(place);
      const before = await reached();
      await until(
        async () => (await reached()) === SUBSCRIBERS,
        async () => reached(),
        LONG_MS / 2,
      );
      expect(new Set(await times())).toEqual(new Set([1]));
      console.log(`killed after ${before} of ${SUBSCRIBERS}; in the end ${SUBSCRIBERS}, each once`);
    },
    LONG_MS,
  );
});
