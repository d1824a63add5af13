import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openKeyring } from '../../src/app/keys-file.ts';
import { correctionsStore, reviewerPlace } from '../../src/capabilities/language/corrections-store.ts';
import { loadSpeaker } from '../../src/language/index.ts';
import { fingerprintOf } from '../../src/language/reviewing/index.ts';
import { connect, type Connection } from '../../src/store/connection.ts';
import { benkan, built } from '../cli/benkan.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'corrected-'));
const locales = path.join(dir, 'locales');
let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  await built();
  database = await testDatabase();
  connection = await connect(database.uri);
  cpSync('locales', locales, { recursive: true });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await database.drop();
});

it('L2: what staff corrected goes back into the files, line by line; what the files have overtaken is named', async () => {
  const keyring = await openKeyring({
    file: path.join(dir, 'keyring.json'),
    environment: 'development',
    epoch: '2026-11',
  });
  const store = correctionsStore(connection.db!);
  const speaker = loadSpeaker({ localesDir: locales, onMissing: () => undefined });
  const correct = async (key: string, text: string, over?: string): Promise<void> => {
    const words = (lang: string): string => speaker.text(lang, { flow: 'menu', key }) ?? '';
    const by = keyring.sealer.seal('Fanta Traoré', reviewerPlace(`bm/menu/${key}`));
    const at = Date.UTC(2026, 10, 20);
    const step = { token: key, what: 'edited', before: '', text, state: 'reviewed', by, at } as const;
    await store.write({
      ...{ lang: 'bm', flow: 'menu', key, french: fingerprintOf(words('fr')), rev: 0 },
      over: [fingerprintOf(over ?? words('bm'))],
      step: { ...step, account: 'a1', remark: '' },
    });
  };
  await correct('perdu', 'Basi tɛ, sabali.');
  await correct('retour', 'Segin !', 'Words the file no longer says');

  const before = readFileSync(path.join(locales, 'bm/flows/menu.yaml'), 'utf8');
  const { code, out } = await benkan(
    ['language', 'export', '--lang', 'bm', '--format', 'yaml', '--out', path.join(locales, 'bm')],
    { env: { MONGODB_URI: database.uri, DATA_DIR: dir, LOCALES_DIR: locales }, patienceMs: 60_000 },
  );
  expect(out).toMatch(/^menu\/retour {2}the file says something newer/u);
  expect(out).toMatch(/\n1 texts of bm that staff corrected or approved, in 2 files of /u);
  expect(code).toBe(0);
  const after = readFileSync(path.join(locales, 'bm/flows/menu.yaml'), 'utf8').split('\n');
  expect(after.filter((line) => !before.split('\n').includes(line))).toEqual(['perdu: Basi tɛ, sabali.']);
  expect(readFileSync(path.join(locales, 'bm/reviewed.csv'), 'utf8')).toMatch(
    /\nmenu\/perdu,reviewed,Fanta Traoré,2026-11-20,[0-9a-f]{12},\n$/u,
  );
}, 120_000);
