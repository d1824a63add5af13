import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { benkan, built, type Ended, folderOf } from '../cli/benkan.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

const [ONE, TWO] = ['1'.repeat(32), '2'.repeat(32)];
const NOBODY = 'f'.repeat(32);

describe('T29: benkan dead-letters', () => {
  let database: TestDatabase;
  let connection: mongoose.Connection;
  const data = folderOf({});
  beforeAll(async () => {
    database = await testDatabase();
    connection = await mongoose.createConnection(database.uri).asPromise();
    await built();
  }, 120_000);
  afterAll(async () => {
    await connection.close();
    await database.drop();
    data.remove();
  });
  const letters = () => connection.collection('dead_letters');
  beforeEach(async () => {
    await letters().deleteMany({});
    await letters().insertMany(
      [ONE, TWO].map((id, n) => ({
        _id: Buffer.from(id, 'hex') as never,
        ...{ conversation: Buffer.alloc(16), code: 'turn_failed', kind: 'message', channel: 'telegram' },
        ...{ tries: 1, sealed: Buffer.from('a-secret'), until: new Date(Date.UTC(2099, 0, 20 - n)) },
      })),
    );
  });

  const run = (...words: string[]): Promise<Ended> =>
    benkan(['dead-letters', ...words], {
      env: { MONGODB_URI: database.uri, DATA_DIR: data.path, NODE_ENV: 'test' },
    });
  const json = async (...words: string[]) => {
    const { code, out } = await run(...words, '--json');
    return { code, ...(JSON.parse(out) as object) };
  };
  const did = async () =>
    (await connection.collection('audit').find().sort({ _id: -1 }).limit(1).toArray()).map(
      ({ action, subject }) => `${String(action)} ${String(subject)}`,
    );

  it('list: without what they say, the newest first', async () => {
    const { out, code } = await run('list');
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      `${ONE}  2099-01-06T00:00:00.000Z  message  telegram  turn_failed  1 tries`,
    ]);
    expect(out).not.toContain('secret');
    expect(await json('list')).toMatchObject({
      letters: [{ id: ONE, at: '2099-01-06T00:00:00.000Z', asked: false }, { id: TWO }],
    });
  });

  it('replay: asks whoever runs, says what became of it, and is in the audit', async () => {
    const settling = (async () => {
      while ((await letters().deleteOne({ asked: true })).deletedCount === 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
    })();
    expect(await json('replay', TWO)).toEqual({
      ...{ code: 0, asked: 1 },
      replayed: 1,
      stillFail: 0,
      waiting: 0,
    });
    await settling;
    expect(await did()).toEqual([`letters.replayed letter/${TWO}`]);
    expect(await json('replay', '--all', '--wait', '0')).toEqual({
      ...{ code: 0, asked: 1 },
      ...{ replayed: 0, stillFail: 0, waiting: 1 },
    });
  });

  it('replay: what still fails is refused with 1', async () => {
    const failing = (async () => {
      while ((await letters().updateOne({ asked: true }, { $unset: { asked: '' } })).modifiedCount === 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
    })();
    expect(await json('replay', ONE)).toMatchObject({ code: 1, stillFail: 1 });
    await failing;
  });

  it('drop: deletes one for good, and is in the audit', async () => {
    expect(await json('drop', ONE)).toEqual({ code: 0, dropped: true });
    expect(await letters().countDocuments()).toBe(1);
    expect(await did()).toEqual([`letters.dropped letter/${ONE}`]);
  });

  it.each([
    ['a replay without a letter', ['replay']],
    ['a replay of one and all', ['replay', ONE, '--all']],
    ['a replay of what is no id', ['replay', '$ne']],
    ['a replay of nobody’s', ['replay', NOBODY]],
    ['a wait that is none', ['replay', ONE, '--wait', 'long']],
  ])('refuses %s with one line', async (_name, words) => {
    const { code, out, err } = await run(...words);
    expect([code, out, err.trim().split('\n')]).toEqual([1, '', [expect.stringMatching(/^benkan: /)]]);
    expect(await letters().countDocuments({ asked: true })).toBe(0);
  });
});
