import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Verdict } from '../../src/capabilities/audit/index.ts';
import { benkan, built, type Ended, folderOf } from '../cli/benkan.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

describe('T22: benkan audit verify', () => {
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

  const run = (...words: string[]): Promise<Ended> =>
    benkan(words, { env: { MONGODB_URI: database.uri, DATA_DIR: data.path, NODE_ENV: 'test' } });
  const verdict = async (...words: string[]) => {
    const { out, code } = await run('audit', 'verify', '--json', ...words);
    return { code, ...(JSON.parse(out) as Verdict) };
  };
  const create = (email: string) =>
    run('staff', 'create', '--role', 'admin', '--org', 'cellule', '--email', email);

  it('says of a database without any record that there is none', async () => {
    expect(await verdict()).toMatchObject({ code: 1, ok: false, broken: { what: 'anchor' } });
  });

  it('holds after accounts were made and reset, each of them recorded', async () => {
    await create('awa@example.org');
    await create('ba@example.org');
    await run('staff', 'reset', '--email', 'ba@example.org');
    expect(await verdict()).toMatchObject({ code: 0, ok: true, records: 4 });
    const actions = await connection.collection('audit').find().sort({ _id: 1 }).toArray();
    expect(actions.map(({ action }) => String(action))).toEqual([
      ...['audit.begun', 'staff.created', 'staff.created', 'staff.reset'],
    ]);
    expect(JSON.stringify(actions)).not.toMatch(/\bawa\b|\bba@/);
    const { out, code } = await run('audit', 'verify');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^The audit holds: 4 records\. .* 4:[\w-]{43}\n$/),
    ]);
  });

  it('compares with the heads in DATA_DIR and with those given', async () => {
    const { head } = await verdict();
    const noted = path.join(data.path, `audit-heads-${database.name.replace(/[^\w-]/g, '_')}.txt`);
    writeFileSync(noted, `junk\n${String(head.seq)} ${head.hash}\n`);
    expect((await verdict('--head', `${String(head.seq)}:${head.hash}`)).ok).toBe(true);
    expect(await verdict('--head', `2:${head.hash}`)).toMatchObject({
      code: 1,
      broken: { seq: 2, what: 'another_chain' },
    });
    writeFileSync(noted, `${readFileSync(noted, 'utf8')}9 ${head.hash}\n`);
    expect(await verdict()).toMatchObject({ code: 1, broken: { seq: 5, what: 'cut_off' } });
    writeFileSync(noted, '');
  });

  it('names the record that was changed, in words and as JSON, and leaves with 1', async () => {
    await connection.collection('audit').updateOne({ _id: 2 as never }, { $set: { at: 1 } });
    expect(await verdict()).toMatchObject({ code: 1, broken: { seq: 2, what: 'edited' } });
    const { out, code } = await run('audit', 'verify');
    expect([code, out]).toEqual([
      1,
      'The audit does not hold: record 2 was edited. 1 is the last that holds.\n',
    ]);
  });

  it.each(['', '1', '1:short', 'x:y', `1:${'ɛ'.repeat(43)}`])(
    'refuses the head %j in one line',
    async (head) => {
      const { code, out, err } = await run('audit', 'verify', '--head', head);
      expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^benkan: [^\n]+\n$/)]);
    },
  );
});
