import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { DEMO_CHANNEL } from '../../src/capabilities/demo/index.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { until } from '../channels/until.ts';

const DAY_MS = 86_400_000;
const today = (): string => new Date().toISOString().slice(0, 10);

describe('W1, W11: a whole house looked after', () => {
  let house: WholeHouse;
  let client: mongo.MongoClient;
  beforeAll(async () => {
    house = await wholeHouse();
    client = await mongo.MongoClient.connect(house.database.uri);
  }, 240_000);
  afterAll(async () => {
    await client.close();
    await house.close();
  });

  const page = async (path: string, cookie = house.cookies.admin): Promise<string> =>
    (await house.ask(`/staff${path}`, { cookie })).text();
  const form = (path: string, fields: Record<string, string>): Promise<Response> =>
    house.ask(`/staff${path}`, {
      method: 'POST',
      cookie: house.cookies.admin,
      body: new URLSearchParams(fields),
    });
  const collection = (name: string) => client.db(house.database.name).collection(name);

  /** Somebody who writes on the chat page; their token. */
  async function somebodyWrites(says: readonly string[]): Promise<string> {
    const opened = await house.ask('/api/chat', { method: 'POST', body: '{}', headers: JSON_BODY });
    const { token } = (await opened.json()) as { token: string };
    for (const [n, say] of says.entries()) {
      const body = JSON.stringify({ id: `m${String(n)}`, say });
      const headers = { ...JSON_BODY, authorization: `Bearer ${token}` };
      expect((await house.ask('/api/chat/messages', { method: 'POST', body, headers })).status).toBe(202);
    }
    return token;
  }

  it('a fresh house says what each part will show', async () => {
    const html = await page('');
    expect(html).toContain('Personne n’a encore écrit');
    expect(html).toContain('points à régler avant d’ouvrir au public');
    expect(html).toContain('href="/staff/ready"');
    expect(await page('/traffic')).toContain('Rien pendant cette période');
  });

  it('counts who writes, what is answered and who stops, by channel and day, and hides what is few', async () => {
    for (let n = 0; n < 6; n += 1) await somebodyWrites(['bonjour', 'stop']);
    await house.running.house.reception.idle();
    await until(async () => (await page('/traffic?days=7')).includes('Page de discussion'));
    const html = await page('/traffic?days=7');
    const row = /<th scope="row">Page de discussion<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? '';
    // Parts are rounded: six people, twelve messages, six stops.
    expect(row.match(/numeric">([^<]*)/g)?.map((cell) => cell.slice(9))).toEqual([
      '5',
      '10',
      '10',
      '0',
      '5',
      '0',
    ]);
    const file = await house.ask('/staff/traffic/days.csv?days=7', { cookie: house.cookies.viewer });
    expect(await file.text()).toContain(`${today()},5,10,10,0,5,0`);
    // What was seen of an empty house is remembered for some seconds.
    const tile = /<strong class="sum-count">12<\/strong><a [^>]*>messages reçus/;
    await until(
      async () => tile.test(await page('')),
      () => '',
      10_000,
    );
    expect(await page('/traffic?days=999&channel=%24where')).toContain('Page de discussion');
    // Nobody is in it.
    const kept = await collection('traffic').find().toArray();
    expect(kept.every((doc) => Object.keys(doc).sort().join() === '_id,channel,codes,counts,day')).toBe(true);
  });

  it('T36, T20: another organisation reads no sums, a coordinator is not offered them', async () => {
    expect((await house.ask('/staff/traffic', { cookie: house.stranger })).status).toBe(403);
    expect(await page('', house.stranger)).not.toContain('messages reçus');
    expect((await house.ask('/staff/traffic', { cookie: house.cookies.coordinator })).status).toBe(403);
    expect(await page('', house.cookies.coordinator)).not.toContain('messages reçus');
  });

  it('what waits is counted where it lies, and leads to its list', async () => {
    await collection('dead_letters').insertOne({
      _id: new mongo.Binary(Buffer.alloc(16, 1)) as never,
      ...{ code: 'turn_failed', kind: 'message', tries: 1, until: new Date(Date.now() + DAY_MS) },
      conversation: new mongo.Binary(Buffer.alloc(16, 2)),
    });
    await collection('volunteers').insertOne({
      _id: new mongo.Binary(Buffer.alloc(16, 3)) as never,
      guardian: { state: 'asked', code: 'ABCDEFGH' },
    });
    const item = (n: number, state: string, more: object) => ({
      ...{
        _id: `u${String(n)}` as never,
        org: 'benkan',
        state,
        rev: 1,
        demo: false,
        changedAt: n,
        since: today(),
      },
      ...{
        hash: 'h',
        authors: [],
        history: [],
        content: {
          date: '',
          place: 'mali',
          theme: '',
          tier: '',
          texts: {},
          source: { title: '', url: '', sha256: '' },
          funding: '',
          reviewBy: '',
          ...more,
        },
      },
    });
    await collection('updates').insertMany([
      item(1, 'submitted', {}),
      item(2, 'published', { reviewBy: '2020-01-01' }),
      item(3, 'published', { reviewBy: '2999-01-01' }),
    ]);
    const silent = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10);
    await collection('flow_counts').insertOne({
      _id: 's' as never,
      flow: 'sondage-paix',
      day: silent,
      lang: 'fr',
      channel: 'web',
    });
    const html = await page('');
    for (const words of [
      'message mis de côté, à rejouer',
      'volontaire attend l’accord d’un parent',
      'nouvelle à vérifier',
      'nouvelle publiée à revoir',
      'sondage sans réponse depuis 3 jours',
      'à relire (bambara)',
      'à enregistrer en audio (bambara)',
    ])
      expect([words, html.includes(words)]).toEqual([words, true]);
    for (const [, href = ''] of html.matchAll(/class="need-count"[\s\S]*?<a href="([^"]+)"/g)) {
      const list = await house.ask(href.replaceAll('&amp;', '&'), { cookie: house.cookies.admin });
      expect([href, list.status]).toEqual([href, 200]);
    }
    expect((await page('/updates?etat=a-revoir')).match(/class="items-facts"/g)).toHaveLength(1);
    // An analyst opens no desk of these.
    const analyst = await page('', house.cookies.analyst);
    expect(analyst).not.toContain('mis de côté');
    expect(analyst).not.toContain('l’accord d’un parent');
  });

  it('T4: an administrator finds a person by what they know of them, erases them, and it stands in the ledger', async () => {
    const token = await somebodyWrites(['bonjour']);
    await house.running.house.reception.idle();
    // Somebody else sits at the same phone, and another one at a phone of their own.
    const writer = await collection('people').findOne({}, { sort: { $natural: -1 } });
    const [own] = (writer?.['conversations'] ?? []) as mongo.Binary[];
    const seated = (bytes: Uint8Array): mongo.Binary =>
      new mongo.Binary(Buffer.concat([bytes, Buffer.of(1)]));
    await collection('people').insertMany([
      { _id: 'sister' as never, conversations: [seated(own!.value())], since: today() },
      { _id: 'stranger' as never, conversations: [seated(Buffer.alloc(16, 9))], since: today() },
    ]);
    const found = await form('/erasure', { who: token, reason: 'demande' });
    const html = await found.text();
    expect([found.status, html.includes(token)]).toEqual([200, false]);
    expect(html).toContain('2 personnes sont connues');
    const pending = /name="pending" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    const before = await collection('people').countDocuments({ erasedAt: { $exists: true } });
    const erased = await form('/erasure/erase', { pending, reason: 'erreur', confirm: 'EFFACER' });
    expect(erased.headers.get('location')).toBe('/staff/erasure?flash=erased');
    expect(await collection('people').countDocuments({ erasedAt: { $exists: true } })).toBe(before + 2);
    expect(await page('/erasure')).toContain('inscrite par erreur');
    expect((await form('/erasure', { who: token, reason: 'demande' })).status).toBe(404);
    // Once by staff, and not once more as the person's own.
    expect(await collection('erasures').distinct('how')).toEqual(['staff']);
  });

  it('T5: shows what retention deleted; T2: how old keys are', async () => {
    await collection('traffic').insertOne({
      _id: 'old' as never,
      day: '2020-01-01',
      channel: 'web',
      counts: {},
      codes: {},
    });
    await house.running.house.expire(Date.now());
    const html = await page('/retention');
    expect(html).toMatch(/Messages par jour et canal<\/th><td>400 jours<\/td><td>1, le /);
    expect(await page('/keys')).toMatch(
      /celle qui chiffre maintenant\)<\/th><td>\d+ jours?<\/td><td class="numeric">/,
    );
    expect(await page('/channels')).toContain('webhooks/telegram');
  });

  it('clearing the demonstration takes its messages out of the sums', async () => {
    await collection('traffic').insertOne({
      _id: 'd' as never,
      day: today(),
      channel: DEMO_CHANNEL,
      counts: { in: 90 },
      codes: {},
    });
    const overview = house.running.house.capabilities.find(({ name }) => name === 'overview');
    await overview?.demo?.sweep('');
    expect(await collection('traffic').countDocuments({ channel: DEMO_CHANNEL })).toBe(0);
    expect(await collection('traffic').countDocuments({ channel: 'web' })).toBeGreaterThan(0);
  });
});

const JSON_BODY = { 'content-type': 'application/json' };
