import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../test/channels/until.ts';
import { headNotes, notedHeads, readLink } from './audit-heads.ts';
import { logger } from './logs.ts';

const HASH = 'h'.repeat(43);

describe('T22: heads of the audit are noted down outside the database', () => {
  let folder: string;
  const lines: string[] = [];
  const log = logger('info', { write: (line: string) => void lines.push(line) });
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'benkan-heads-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = () => path.join(folder, 'data', 'audit-heads-a_db.txt');
  const noted = () => (existsSync(file()) ? readFileSync(file(), 'utf8') : '');

  it('in the log and in a file of this machine, one a database, readable by us alone', async () => {
    const notes = headNotes(path.join(folder, 'data'), 'a db', log);
    notes.write({ seq: 1, hash: HASH });
    await until(() => noted() === `1 ${HASH}\n`);
    notes.write({ seq: 7, hash: HASH });
    await until(() => noted() === `1 ${HASH}\n7 ${HASH}\n`);
    expect(await notedHeads(path.join(folder, 'data'), 'a db')).toEqual([
      { seq: 1, hash: HASH },
      { seq: 7, hash: HASH },
    ]);
    expect(await notedHeads(path.join(folder, 'data'), 'another')).toEqual([]);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ what: 'audit_head', count: 7, key: HASH });
  });

  it('a folder that cannot be written is said in the log, and stops nothing', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    headNotes(path.join(folder, 'a-file'), 'db', log).write({ seq: 1, hash: HASH });
    await until(() => lines.some((line) => line.includes('"warn"')));
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ level: 'warn', what: 'audit_head' });
  });

  it.each(['', '1', `x ${HASH}`, `1 ${HASH}x`, `1  ${HASH}`, `-1 ${HASH}`])('%j is no head', (text) => {
    expect(readLink(text)).toBeUndefined();
  });
});
