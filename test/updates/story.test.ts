import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Colleague, colleague } from '../app/colleague.ts';
import { type Installation, installation } from '../app/installation.ts';
import { answerTo, offered, type Phone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { shipped } from '../flows/shipped.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { signedInPage } from '../staff/in-browser.ts';
import { type TestClock, testClock } from '../universe/time.ts';
import { launch } from '../web-chat/browser.ts';

const MINUTE_MS = 60_000;
const LONG_MS = 600_000;
/** A Monday, 10:00 in Bamako; in the future of any machine this runs on, as MongoDB itself forgets by the real clock. */
const TEN = Date.UTC(2037, 2, 2, 10);
const HALF_PAST_TEN = TEN + 30 * MINUTE_MS;

const FAKE =
  'COMMUNIQUÉ du ministère : à partir de ce soir 18 h, tous les marchés du cercle de Niono sont fermés. Partagez !';
const DENIAL = {
  title: 'Les marchés de Niono restent ouverts',
  first: 'Un message annonce leur fermeture. Il ne vient pas de nous. Personne n’a fermé de marché.',
};
const DENIAL_BM = 'Niono suguw dayɛlɛlen don.';

describe('a fake communiqué at 10:00, its denial in the cercles by 10:30', () => {
  let database: TestDatabase;
  let place: Installation;
  let house: RunningHere;
  let browser: Browser;
  let clock: TestClock;
  let awa: Colleague;
  let binta: Colleague;
  beforeAll(async () => {
    [database, browser] = await Promise.all([testDatabase(), launch()]);
    clock = testClock(TEN);
    // Quiet hours hold: it is day.
    place = await installation({ MONGODB_URI: database.uri, UPDATES_AT_NIGHT: 'nothing' });
    house = await startHere(place, clock);
    const { staff } = house.house;
    [awa, binta] = [
      await colleague(place, staff, 'editor', 'Awa'),
      await colleague(place, staff, 'verifier', 'Binta'),
    ];
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await house.stop();
    await place.remove();
    await database.drop();
  }, LONG_MS);

  const tap = async (phone: Phone, choice: string) => {
    const token = await offered(phone, choice);
    return answerTo(phone, () => phone.chooses(token));
  };
  /** A newcomer who has the news of one region by themselves. */
  const reader = async (lang: string, region: string, rhythm?: string): Promise<Phone> => {
    const phone = await webPhone(place);
    await answerTo(phone, () => phone.says('bonjour'));
    await tap(phone, lang);
    await tap(phone, 'accepter');
    await answerTo(phone, () => phone.says('abonnement'));
    await tap(phone, 'abonner');
    await answerTo(phone, () => phone.says('abonnement'));
    await tap(phone, 'region');
    await answerTo(phone, () => phone.says(region));
    if (rhythm !== undefined) {
      await answerTo(phone, () => phone.says('abonnement'));
      await tap(phone, rhythm);
    }
    return phone;
  };
  const heard = async (phone: Phone): Promise<string> =>
    (await phone.heard()).map(({ text }) => text).join('\n');
  const checked = async (phone: Phone, text: string): Promise<string> => {
    const before = (await phone.heard()).length;
    await answerTo(phone, () => phone.says(`verif ${text}`));
    return (await phone.heard())
      .slice(before)
      .map(({ text: words }) => words)
      .join('\n');
  };
  const verif = (key: string) => shipped.speaker.say('fr', { flow: 'verif', key }).split(/\{\{/u)[0]!.trim();
  /** The staff site on a phone: 360 px wide. */
  const onPhone = async ({ cookie }: Colleague): Promise<Page> =>
    (await signedInPage(browser, { url: place.url, cookie })).page;

  it(
    'U2, U3, U4, U6, U10, U12: doubted, denied by two people on their phones, heard where it matters, and to be checked by anybody',
    async () => {
      const [kadi, moussa, elsewhere] = [
        await reader('fr', 'Ségou'),
        await reader('bm', 'Ségou', 'semaine'),
        await reader('fr', 'Kayes'),
      ];

      // 10:00. It goes round; she asks. Not ours is not said as if it were false, and there is a way to ask on.
      const doubted = await checked(kadi, FAKE);
      expect(doubted).toContain(verif('autre'));
      expect(doubted).toContain(verif('peut_lire'));

      // 10:05. The one who writes, on her phone.
      clock.advance(5 * MINUTE_MS);
      const desk = await onPhone(awa);
      await desk.goto(`${place.url}/staff/updates/new`);
      const choose = (label: string, option: string) =>
        desk.getByLabel(label, { exact: true }).selectOption({ label: option });
      await desk.getByLabel('Date de l’événement').fill('2037-03-02');
      await choose('Lieu', 'Niono (cercle)');
      await choose('Thème', 'Sécurité');
      await choose('Fondement', 'Démenti');
      const french = desk.getByRole('group', { name: 'En français' });
      await french.getByLabel('Titre').fill(DENIAL.title);
      await french.getByLabel('Premier paragraphe').fill(DENIAL.first);
      const bambara = desk.getByRole('group', { name: 'En bambara' });
      await bambara.getByLabel('Titre').fill(DENIAL_BM);
      await bambara.getByLabel('Premier paragraphe').fill(DENIAL_BM);
      await desk.getByLabel('Document').fill('Mairie de Niono, ce matin');
      await choose('Urgence', 'Oui : elle part tout de suite, aussi à qui lit une fois par semaine');
      await desk.getByLabel('Qui paie cette publication').fill('Campagne de la paix');
      await desk.getByLabel('À relire avant le').fill('2037-03-09');
      await desk.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
      await desk.getByText('Brouillon enregistré.').waitFor();
      await desk.getByRole('button', { name: 'Soumettre à vérification' }).click();
      await desk.getByText('Une autre personne doit maintenant vérifier.').waitFor();
      const item = desk.url().replace(/\?.*/u, '');
      // She cannot do the second step herself.
      await desk.goto(`${item}/verify`);
      expect(await desk.getByRole('button', { name: 'je le vérifie' }).count()).toBe(0);

      // 10:15. The one who verifies, on hers.
      clock.advance(10 * MINUTE_MS);
      const second = await onPhone(binta);
      await second.goto(`${item}/verify`);
      await second.getByRole('button', { name: 'je le vérifie' }).click();
      await second.getByText('Elle peut être publiée.').waitFor();
      await second.getByRole('link', { name: 'Publier' }).click();
      await second.getByRole('button', { name: 'Publier et envoyer' }).click();
      await second.getByText('L’envoi aux abonnés commence.').waitFor();
      for (const page of [desk, second]) await page.context().close();

      // By 10:30 it is in the cercles, in their languages, also with who reads once a week; not where it does not matter.
      clock.advance(5 * MINUTE_MS);
      await until(
        async () => (await heard(kadi)).includes(DENIAL.title) && (await heard(moussa)).includes(DENIAL_BM),
        () => 'the denial',
        PATIENCE_MS,
      );
      expect(clock.now()).toBeLessThanOrEqual(HALF_PAST_TEN);
      expect(await heard(kadi)).toContain(
        shipped.speaker.say('fr', { flow: 'nouvelles', key: 'paliers.denied' }),
      );
      expect(await heard(elsewhere)).not.toContain(DENIAL.title);
      const number = /ML-2037-\d{4}/u.exec(await heard(kadi))?.[0] ?? '';

      // What is handed on from now can be checked: in the chat word by word, on the page by its number, by programs.
      const text = `Transféré\n*${DENIAL.title.toUpperCase()}*\n${DENIAL.first}`;
      expect(await checked(elsewhere, text)).toContain(verif('vrai'));
      const turned = text.replace('Personne n’a fermé', 'On a fermé');
      expect(await checked(elsewhere, turned)).toContain(verif('change'));
      expect(await checked(elsewhere, number)).toContain(DENIAL.title);
      const page = await fetch(`${place.url}/verify/${number}`);
      expect([page.status, (await page.text()).includes(DENIAL.title)]).toEqual([200, true]);
      const claims = await (await fetch(`${place.url}/claims.jsonld`)).text();
      expect(claims).toContain(`/updates/${number}`);
    },
    LONG_MS,
  );
});
