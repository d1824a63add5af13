import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { benkan, built, type Ended, folderOf } from './benkan.ts';

let database: TestDatabase;
const data = folderOf({});
const CREATE = ['staff', 'create', '--role', 'admin', '--org', 'cellule', '--email'];

beforeAll(async () => {
  database = await testDatabase();
  await built();
}, 120_000);
afterAll(async () => {
  await database.drop();
  data.remove();
});

describe('CONTRACT: staff from outside', () => {
  it('T18: creates an account, shows its secrets once, and refuses the address a second time', async () => {
    const first = await run([...CREATE, 'awa@example.org', '--json']);
    expect(JSON.parse(first.out)).toEqual({
      url: 'http://localhost:3000/staff/sign-in',
      password: expect.stringMatching(/^.{15,}$/),
      totpSecret: expect.stringMatching(/^[A-Z2-7]{16,}$/),
    });
    expect(first).toMatchObject({ code: 0, err: '' });
    const again = await run([...CREATE, 'AWA@example.org', '--json']);
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^benkan: .*already.*\n$/) });
  });

  it('gives an account a new password and second factor', async () => {
    const { out: before } = await run([...CREATE, 'ba@example.org', '--json']);
    const { out: after, code } = await run(['staff', 'reset', '--email', 'ba@example.org', '--json']);
    expect(code).toBe(0);
    const [was, is] = [JSON.parse(before), JSON.parse(after)] as { password: string; totpSecret: string }[];
    expect(is?.password).not.toBe(was?.password);
    expect(is?.totpSecret).not.toBe(was?.totpSecret);
  });

  it.each([
    ['an address that is none', [...CREATE, 'awa']],
    ['a role nobody has', ['staff', 'create', '--role', 'king', '--org', 'a', '--email', 'k@example.org']],
    ['an account that is not there', ['staff', 'reset', '--email', 'nobody@example.org']],
  ])('refuses %s in one line', async (_, words) => {
    const { code, out, err } = await run(words);
    expect(err).toMatch(/^benkan: [^\n]+\n$/);
    expect(out).toBe('');
    expect(code).toBe(1);
  });
});

const run = (words: readonly string[]): Promise<Ended> =>
  benkan(words, { env: { MONGODB_URI: database.uri, DATA_DIR: data.path, NODE_ENV: 'test' } });
