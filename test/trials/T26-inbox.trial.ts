import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Colleague, colleague, hidden } from '../app/colleague.ts';
import { type Installation, installation } from '../app/installation.ts';
import { type Phone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, readyChild, type RunningChild, startHere, upToDate } from '../app/running.ts';
import { words } from '../app/talk.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { agreed, say, tap } from '../inbox/in-house.ts';

let database: TestDatabase;
let place: Installation;
let awa: Colleague;
let child: RunningChild;

beforeAll(async () => {
  await upToDate();
  database = await testDatabase();
  place = await installation({ MONGODB_URI: database.uri });
  const house = await startHere(place);
  awa = await colleague(place, house.house.staff, 'organiser', 'Awa');
  await house.stop();
  child = await readyChild(place);
  // Compiling what the child runs may take minutes.
}, 10 * PATIENCE_MS);
afterAll(async () => {
  await child.stop();
  await database.drop();
  await place.remove();
});

/** The process dies as soon as it has taken something; the next one goes on with what it left. */
async function killed(): Promise<void> {
  await child.kill();
  child = await readyChild(place);
}

const heard = async (phone: Phone): Promise<string[]> =>
  (await phone.heard()).map(({ text }) => text.replace(AGAIN_MARK, ''));

/** What is said comes once, or once more and marked. */
async function comes(phone: Phone, text: string): Promise<void> {
  await until(
    async () => (await heard(phone)).at(-1) === text,
    () => heard(phone),
    PATIENCE_MS,
  );
  const all = (await phone.heard()).map((one) => one.text);
  expect(all.filter((one) => one === text)).toHaveLength(1);
}

it(
  'T26, W2: kill -9 around the hand-over, a message, the reply and the giving back loses nothing and doubles nothing unmarked',
  async () => {
    const phone = await webPhone(place);
    await agreed(phone);
    await say(phone, 'parler');
    await phone.chooses((await phone.heard()).at(-1)?.choices[0]?.id ?? '');
    await killed();
    await comes(phone, words('fr', ['parler/passage']));
    await phone.says('Où est la salle ?');
    await killed();
    let thread = '';
    let page = '';
    await until(
      async () => {
        const found = /\/staff\/inbox\/([0-9a-f]{32})/u.exec(await awa.page('/inbox'));
        thread = found?.[1] ?? '';
        page = thread === '' ? '' : await awa.page(`/inbox/${thread}`);
        return page.includes('Où est la salle ?');
      },
      () => page,
      PATIENCE_MS,
    );
    const reply = { text: 'Au premier étage.', key: hidden(page, 'key') };
    await awa.sends(`/inbox/${thread}/reply`, reply);
    await killed();
    await awa.sends(`/inbox/${thread}/reply`, reply);
    await comes(phone, 'Au premier étage.');
    await awa.sends(`/inbox/${thread}/resume`, { step: 'fini' });
    await killed();
    await comes(phone, words('fr', ['bot/given_back', 'parler/fini']));
    const after = await awa.page(`/inbox/${thread}`);
    expect(after.split('Où est la salle ?')).toHaveLength(2);
    expect(after.match(/Au premier étage\./gu)).toHaveLength(1);
    expect(await tap(phone, 'x').catch(() => 'no button')).toBe('no button');
    expect((await say(phone, 'menu')).text).toBe(words('fr', ['menu/choix.ask']));
  },
  4 * PATIENCE_MS,
);
