import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import { UPDATE_COLLECTIONS } from '../../src/capabilities/updates/collections.ts';
import { keysDocumentOf } from '../../src/capabilities/updates/keys/keys-document.ts';
import { linesOf } from '../../src/capabilities/updates/log/lines.ts';
import { eachNight } from '../../src/capabilities/updates/log/collections.ts';
import { readKeys, verifyFile } from '../../src/capabilities/updates/log/verify-file.ts';
import { verifyRoutes } from '../../src/capabilities/updates/log/public/routes.tsx';
import type { OpenLog } from '../../src/capabilities/updates/log/open-log.ts';
import { TRANSACTION } from '../../src/capabilities/updates/log/log-store.ts';
import { expire, openCollections } from '../../src/store/collections.ts';
import { testDatabase, type TestDatabase } from '../mongo/database.ts';
import { until } from '../channels/until.ts';
import { type PublicSite, publicSite } from '../public/public-site.ts';
import { testKeyring } from '../universe/keyring.ts';
import { itemOf } from './published-item.ts';
import { buildStatement, keysAfter, PUBLIC_URL } from './signed-log.ts';
import { readQr } from './read-qr.ts';
import { tamperings } from './tamperings.ts';
import { testLog, type TestLog } from './test-log.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
let db: mongo.Db;
beforeAll(async () => {
  database = await testDatabase();
  connection = await mongoose.createConnection(database.uri, { autoIndex: false }).asPromise();
  db = connection.getClient().db(database.name);
  await openCollections(db, UPDATE_COLLECTIONS);
});
beforeEach(async () => {
  await Promise.all(UPDATE_COLLECTIONS.map(({ name }) => db.collection(name).deleteMany({})));
});
afterAll(async () => {
  await database.drop();
  await connection.close();
});
const publish = async (log: OpenLog, ...numbers: number[]): Promise<void> => {
  for (const n of numbers) await log.appendAlone(buildStatement(n), false);
};
const begun = async (of: Parameters<typeof testLog>[1] = {}): Promise<TestLog> => {
  const world = testLog(db, of);
  await world.log.begin();
  return world;
};
/** As many published items as the log says, so that they agree. */
const withItems = async (...numbers: number[]): Promise<void> => {
  await db.collection<{ _id: string }>('updates').insertMany(numbers.map((n) => itemOf(n)));
};

describe('U5: appending to the log', () => {
  it('sixteen at once from two processes: one chain without a gap, each once', async () => {
    const keyring = testKeyring();
    const [one, two] = [await begun(keyring), testLog(db, keyring)];
    const numbers = Array.from({ length: 16 }, (_, n) => n + 1);
    await Promise.all(
      numbers.map((n) => (n % 2 === 0 ? one : two).log.appendAlone(buildStatement(n), false)),
    );
    await withItems(...numbers);
    const found = await one.log.after(0, 100);
    expect(found.map(({ seq }) => seq)).toEqual(numbers);
    expect((await one.log.check()).wrong).toBeUndefined();
    expect(new Set(found.map(({ statement }) => statement.number)).size).toBe(16);
    expect(await one.log.after(14, 5)).toHaveLength(2);
    expect(await one.log.head()).toEqual({ seq: 16, hash: found.at(-1)?.hash });
  });

  it('within the caller’s transaction: what is not committed was never there', async () => {
    const { log } = await begun();
    const failing = db.client.withSession((session) =>
      session.withTransaction(async () => {
        await log.append(session, buildStatement(1), false);
        throw new Error('something else failed');
      }, TRANSACTION),
    );
    await expect(failing).rejects.toThrow('something else failed');
    expect(await log.after(0, 10)).toEqual([]);
    await publish(log, 1);
    expect((await log.of('ML-2026-0001'))[0]).toMatchObject({ seq: 1 });
  });

  it('the same version is never said twice', async () => {
    const { log } = await begun();
    await publish(log, 1);
    await expect(publish(log, 1)).rejects.toThrow('E11000');
    expect(await log.head()).toMatchObject({ seq: 1 });
  });

  it('notes the head down outside the database after each, and at the start', async () => {
    const { log, noted } = await begun();
    await publish(log, 1, 2);
    await until(() => noted.length === 3);
    expect(noted.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  });

  it('a process that was not restarted does not sign with a key that another has replaced', async () => {
    const keyring = testKeyring();
    const { fingerprint } = keyring;
    const [first] = keyring.publishing;
    const next = testKeyring().publishing[0]!;
    const old = await begun(keyring);
    await publish(old.log, 1);
    const fresh = testLog(db, { fingerprint, publishing: [first!, next] });
    await fresh.log.begin();
    await publish(fresh.log, 2);
    await expect(publish(old.log, 3)).rejects.toThrow('restart it with the new KEY_FILE');
    await publish(fresh.log, 3);
    await withItems(1, 2, 3);
    expect((await fresh.log.check()).wrong).toBeUndefined();
    expect(old.audited).toHaveLength(1);
    expect(fresh.audited).toEqual([`updates.key_begun publishing_key/${fresh.log.keys[1]?.kid ?? ''}`]);
  });

  it('examples have a log of their own, which goes with them', async () => {
    const { log } = await begun();
    await log.appendAlone(buildStatement(9001), true);
    await publish(log, 1);
    expect((await log.after(0, 10)).map(({ demo }) => demo)).toEqual([false]);
    expect((await log.of('ML-2026-9001'))[0]).toMatchObject({ seq: 1, demo: true });
    expect(await log.after(0, 10, true)).toHaveLength(1);
    await log.dropDemo();
    expect(await log.of('ML-2026-9001')).toEqual([]);
    await log.appendAlone(buildStatement(9002), true);
    expect(await log.after(1, 10, true)).toMatchObject([{ seq: 2 }]);
    expect(await log.head()).toMatchObject({ seq: 1 });
  });
});

describe('U5: what was published before there was a log', () => {
  it('gets its entries once, in the order it happened, with marks of the two who made it', async () => {
    await db
      .collection<Record<string, unknown> & { _id: string }>('updates')
      .insertMany([
        itemOf(2),
        itemOf(1, { state: 'withdrawn', withdrawal: { by: 'awa', at: 9000, reason: 'des mots libres' } }),
        itemOf(9001, { demo: true }),
        { ...itemOf(3), publication: null, state: 'verified' },
      ]);
    const keyring = testKeyring();
    const { log } = await begun(keyring);
    await testLog(db, keyring).log.begin();
    const found = await log.after(0, 100);
    expect(found.map(({ statement: { number, kind } }) => `${number} ${kind}`)).toEqual([
      ...['ML-2026-0001 published', 'ML-2026-0002 published', 'ML-2026-0001 withdrawn'],
    ]);
    expect(found[2]?.statement.reason).toBeNull();
    const [{ statement }] = found as [(typeof found)[0]];
    expect(statement.author).toMatch(/^[\w-]{16}$/);
    expect(statement.author).not.toBe(statement.verifier);
    expect(JSON.stringify(found)).not.toMatch(/\bawa\b|\bbinta\b|des mots/);
    expect((await log.check()).wrong).toBeUndefined();
    expect(await log.after(0, 10, true)).toHaveLength(1);
  });

  it('and nothing else ever does: an item put into the database is found, not signed', async () => {
    const keyring = testKeyring();
    await begun(keyring);
    await withItems(5);
    // Whoever can write there could also say that entering has not ended; they cannot authenticate it.
    await db
      .collection<{ _id: string }>('update_log_heads')
      .updateOne({ _id: 'log' }, { $set: { adopting: 'x' } });
    const { log } = testLog(db, keyring);
    await log.begin();
    expect(await log.after(0, 10)).toEqual([]);
    await log.look();
    expect(log.checked?.wrong).toEqual({ what: 'item_unlogged', number: 'ML-2026-0005' });
  });

  it('a log that was noted down and has vanished is not begun again in silence', async () => {
    const keyring = testKeyring();
    const world = await begun(keyring);
    await publish(world.log, 1);
    await withItems(1);
    await until(() => world.noted.at(-1)?.seq === 1);
    for (const name of ['update_log', 'update_log_heads']) await db.collection(name).deleteMany({});
    await world.log.begin();
    expect(await world.log.after(0, 10)).toEqual([]);
    await world.log.look();
    expect(world.log.checked?.wrong).toEqual({ what: 'cut_off', seq: 1 });
  });
});

describe('U5: the look at itself', () => {
  it('finds whatever is changed in the database, field by field', async () => {
    const { log, noted } = await begun();
    await publish(log, 1, 2, 3);
    await withItems(1, 2, 3);
    await until(() => noted.at(-1)?.seq === 3);
    expect((await log.check()).wrong).toBeUndefined();
    expect(noted.at(-1)).toMatchObject({ seq: 3 });
    const missed: string[] = [];
    let tried = 0;
    // The middle entry and its item, every third change; all of them in the trial.
    for (const [nth, { name, run, undo }] of [...tamperings(db, 2)].entries()) {
      if (nth % 3 !== 0) continue;
      await run();
      tried += 1;
      if ((await log.check()).wrong === undefined) missed.push(name);
      await undo();
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(40);
    expect((await log.check()).wrong).toBeUndefined();
  });

  it('one that fails is reported, and does not end the night: the rules behind it still run', async () => {
    const reported: unknown[] = [];
    const cause = new Error('heads cannot be read');
    const read = () => Promise.reject(cause);
    const { log } = testLog(db, {
      heads: { write: () => undefined, read },
      report: (found) => void reported.push(found),
    });
    const rules = eachNight(UPDATE_COLLECTIONS, () => log.look());
    const gone = await expire(db, rules, Date.UTC(2026, 10, 22));
    expect([...gone.keys()]).toContain(UPDATE_COLLECTIONS.at(-1)?.name);
    expect(reported).toEqual([cause]);
    expect(log.checked).toBeUndefined();
  });

  it('the end cut off is found by the heads noted outside, also where the head beside the log is set back', async () => {
    const { log, noted } = await begun();
    await publish(log, 1, 2, 3);
    await withItems(1, 2);
    const [, two] = await log.after(0, 10);
    await until(() => noted.at(-1)?.seq === 3);
    await db.collection<{ _id: number }>('update_log').deleteOne({ _id: 3 });
    const head = { seq: 2, hash: two?.hash };
    await db.collection<{ _id: string }>('update_log_heads').updateOne({ _id: 'log' }, { $set: head });
    expect((await log.check()).wrong).toEqual({ what: 'cut_off', seq: 3 });
  });
});

describe('U5: pages and files for everybody', () => {
  let site: PublicSite;
  let world: TestLog;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21);
    world = await begun();
    await publish(world.log, 1);
    await world.log.appendAlone(buildStatement(1, { kind: 'corrected', version: 2, reason: 'Date' }), false);
    await publish(world.log, 2);
    await world.log.appendAlone(buildStatement(2, { kind: 'withdrawn', reason: 'wrong' }), false);
    const speaker = { say: () => '', fallback: 'fr', languages: ['fr', 'bm'] } as never;
    const match = async () => ({ kind: 'nothing' }) as const;
    site = await publicSite({
      more: verifyRoutes({ log: world.log, match, speaker, clock: { now: () => now } }),
    });
  });
  afterEach(() => site.close());
  const get = async (path: string) => {
    const answer = await site.ask(path);
    const { status, headers } = answer;
    return { status, headers, to: headers.get('location'), body: await answer.text() };
  };

  it('U9: past its day of review it says since when it waits, and until then nothing of it', async () => {
    const says = async () => (await get('/verify/ML-2026-0001')).body.includes('À revoir depuis');
    now = Date.UTC(2027, 4, 1, 23, 59, 59, 999);
    expect(await says()).toBe(false);
    now += 1;
    expect(await says()).toBe(true);
  });

  it('/verify/ML-2026-0001 says who published what and when, where it stands in the log, in both languages', async () => {
    const page = await get('/verify/ML-2026-0001');
    expect(page.status).toBe(200);
    const [, second] = await world.log.of('ML-2026-0001');
    for (const words of [
      'Cellule de la paix',
      'Nouvelle 1',
      'Texte officiel',
      second!.hash,
      second!.key,
      'version qui vaut',
    ])
      expect(page.body).toContain(words);
    const bambara = await get('/verify/ML-2026-0001?lang=bm');
    expect(bambara.body).toContain('<html lang="bm"');
    expect(bambara.body).toContain('nin kibaruya bɔra Cellule de la paix yɔrɔ');
  });

  it('its QR code leads to itself', async () => {
    const { body } = await get('/verify/ML-2026-0001');
    const svg = /<svg class="qr".*?<\/svg>/su.exec(body)?.[0] ?? '';
    expect(readQr(svg)).toBe(`${PUBLIC_URL}/verify/ML-2026-0001`);
  });

  it('a former version says so and leads to the newer one; a withdrawn one is hidden until asked for', async () => {
    const former = await get('/verify/ML-2026-0001?version=1');
    expect(former.body).toContain('Il a été corrigé depuis');
    expect(former.body).toContain('href="/verify/ML-2026-0001"');
    const gone = await get('/verify/ML-2026-0002');
    expect(gone.body).toMatch(/Il a été retiré.*<details class="former">/su);
  });

  it.each(['/verify/ML-2026-0009', '/verify/ML-2026-0001?version=7', '/verify/rien', '/verify/%3Cscript%3E'])(
    '404 %s: not published here, which is not said as false',
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(404);
      expect(page.body).toContain('Cela ne veut pas dire que c’est faux');
      expect(page.body).not.toContain('<script>');
    },
  );

  it('one address for one item, whatever letters it was typed in', async () => {
    expect(await get('/verify/ml-2026-0001')).toMatchObject({ status: 303, to: '/verify/ML-2026-0001' });
  });

  it('what was changed in the database is not shown as ours', async () => {
    const log = db.collection<{ _id: number }>('update_log');
    await log.updateOne({ _id: 2 }, { $set: { 'statement.content.texts.fr.title': 'Un faux titre' } });
    const { body } = await get('/verify/ML-2026-0001');
    expect(body).toContain('ne correspond plus à sa signature');
    expect(body).not.toContain('Un faux titre');
  });

  it('the files it gives hold by themselves, against the keys it publishes', async () => {
    const keys = readKeys((await get('/.well-known/benkan-keys.json')).body);
    const item = await get('/verify/ML-2026-0001/proof.json?version=1');
    expect(item.headers.get('content-disposition')).toContain('ML-2026-0001-v1.json');
    expect(await verifyFile([Buffer.from(item.body)], keys)).toMatchObject({
      ok: true,
      state: 'corrected',
      newer: 2,
      trusted: true,
    });
    const whole = await get('/verify/log.jsonl');
    expect(await verifyFile([Buffer.from(whole.body)], keys)).toMatchObject({
      of: 'log',
      ok: true,
      entries: 4,
      trusted: true,
    });
    expect((await get('/verify/ML-2026-0009/proof.json')).status).toBe(404);
    const tag = whole.headers.get('etag') ?? '';
    const known = { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } };
    const kept = await site.ask('/verify/log.jsonl', known);
    expect(kept.status).toBe(304);
    await publish(world.log, 5);
    const { body } = await site.ask('/verify/log.jsonl', known);
    expect(await verifyFile(body!)).toMatchObject({ ok: true, entries: 5 });
    // Somebody else's keys believe none of it.
    const others = keysAfter();
    expect(() => readKeys(JSON.stringify(others))).toThrow();
  });

  describe('a log of 20,500 entries', () => {
    const MANY = 20_500;
    let asked: number;
    let fails: number;
    let long: PublicSite;
    beforeEach(async () => {
      [asked, fails] = [0, Infinity];
      const statement = buildStatement(1, { reason: 'mot '.repeat(500) });
      const entry = { prev: '', hash: '', key: '', signature: '', statement, demo: false };
      const log: OpenLog = {
        ...world.log,
        document: async () => keysDocumentOf(keysAfter(), PUBLIC_URL, { seq: MANY, hash: 'x'.repeat(43) }),
        async after(seq, limit) {
          asked += 1;
          if (seq >= fails) throw new Error('the database is gone');
          // More was published since the end was signed.
          const left = Math.min(limit, MANY + 7 - seq);
          return Array.from({ length: left }, (_, n) => ({ seq: seq + n + 1, ...entry }));
        },
      };
      const match = async () => ({ kind: 'nothing' }) as const;
      const speaker = { say: () => '', fallback: 'fr', languages: ['fr', 'bm'] } as never;
      long = await publicSite({ more: verifyRoutes({ log, match, speaker, clock: { now: () => now } }) });
    });
    afterEach(() => long.close());

    it('is given whole, up to the end that is signed in its first line', async () => {
      const { status, body } = await long.ask('/verify/log.jsonl');
      expect(status).toBe(200);
      let [lines, last] = [0, ''];
      for await (const { text } of linesOf(body!)) [lines, last] = [lines + 1, text];
      expect(lines).toBe(1 + MANY);
      expect(JSON.parse(last)).toMatchObject({ seq: MANY });
    });

    it('is read from the database no faster than it is taken', async () => {
      const gone = new AbortController();
      const headers = { 'accept-encoding': 'identity' };
      const { body } = await long.ask('/verify/log.jsonl', { signal: gone.signal, headers });
      await body!.getReader().read();
      // Others are served meanwhile.
      await long.page('/verify');
      // What fits into the buffers of a connection, of fifty million bytes.
      expect(asked).toBeLessThan(100);
      gone.abort();
    });

    it('is cut off, not ended, where the database fails on the way', async () => {
      fails = 10_000;
      const answer = await long.ask('/verify/log.jsonl');
      await expect(answer.text()).rejects.toThrow();
      expect(long.failed).toHaveLength(1);
    });
  });
});
