import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { dayOf, daysAfter } from '../../src/domain/clock.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { colleague } from './colleague.ts';
import { publish } from './newsroom.ts';
import { PATIENCE_MS, readyChild, type RunningChild, startHere, upToDate } from './running.ts';
import { type TalkingPlace, talkingPlace } from './talking-place.ts';

const LONG_MS = 600_000;
/** Telegram takes the message, and answers when nobody waits for it any more. */
const ANSWERS_AFTER_MS = 8_000;

let database: TestDatabase;
let place: TalkingPlace;
let child: RunningChild | undefined;
beforeAll(() => upToDate(), LONG_MS);
beforeEach(async () => {
  database = await testDatabase();
  place = await talkingPlace(database.uri);
  Object.assign(place.env, { TELEGRAM_CHANNEL: '@benkan_mali', SHARE_TELEGRAM: 'benkan_bot' });
});
afterEach(async () => {
  await child?.stop();
  child = undefined;
  await place.close();
  await database.drop();
});

const state = async (): Promise<unknown> =>
  (await place.connection.collection('update_posts').findOne({}))?.['state'];
const comesTo = (wanted: string): Promise<void> =>
  until(
    async () => (await state()) === wanted,
    () => `the post is ${wanted}`,
    PATIENCE_MS,
  );

it(
  'B10, COMMIT 10: a kill -9 between the record and the answer leaves one post and a doubt that a person ends; a withdrawal is written into it over a restart',
  async () => {
    const channel = place.telegram.channel(-1001234567890, 'benkan_mali');
    const said = (): string[] => channel.posted.map(({ text = '' }) => text);
    const { house, ...here } = await startHere(place);
    const editor = await colleague(place, house.staff, 'editor', 'Awa Diarra');
    const verifier = await colleague(place, house.staff, 'verifier', 'Binta Diarra');
    await here.stop();
    child = await readyChild(place);
    const item = await publish(editor, verifier, { reviewBy: daysAfter(dayOf(Date.now()), 200) });

    place.telegram.fail({ method: 'sendMessage', does: { waitsMs: ANSWERS_AFTER_MS } });
    await editor.sends(`/updates/${item.id}/post`);
    await comesTo('posting');
    await child.kill();
    expect(await state()).toBe('posting');
    await place.leasesEnd();
    child = await readyChild(place);
    await comesTo('unknown');
    expect(await editor.page(`/updates/${item.id}`)).toContain('la réponse s’est perdue');
    await until(
      () => said().length > 0,
      () => 'the message arrives though nobody waits for it',
      PATIENCE_MS,
    );

    const link = `https://t.me/benkan_mali/${String(channel.posted[0]!.message_id)}`;
    await editor.sends(`/updates/${item.id}/post/found`, { message: link });
    expect(await state()).toBe('posted');
    place.telegram.fail({ method: 'editMessageText', does: 'drops before' });
    await editor.sends(`/updates/${item.id}/withdraw`, { reason: 'Erreur de date', cause: 'wrong' });
    await until(
      async () => (await editor.page(`/updates/${item.id}`)).includes('pas encore à jour'),
      () => 'the withdrawal has not arrived',
      PATIENCE_MS,
    );
    await child.stop();
    child = await readyChild(place);
    await until(
      () => said()[0]?.startsWith('✕ Retiré') === true,
      () => `the withdrawal is written: ${said().join()}`,
      PATIENCE_MS,
    );
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain(`https://t.me/benkan_bot?start=lire-${item.number}`);
  },
  LONG_MS,
);
