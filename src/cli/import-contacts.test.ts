import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { importContacts } from './import-contacts.ts';

describe('B12: benkan import contacts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'benkan-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };

  it('says what a file comes to, and writes the refused rows without a number', async () => {
    const written = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const file = at(
      'a.csv',
      'phone,date,source,wording\n70000001,2026-01-02,form,yes\n70000002,2026-01-02,,yes\n',
    );
    const errors = path.join(folder, 'errors.csv');
    expect(await importContacts(file, { dryRun: true, json: true, errors }, {})).toBe(0);
    const [line] = written.mock.calls.map(([said]) => String(said));
    written.mockRestore();
    expect(JSON.parse(line ?? '')).toEqual({
      ...{ rows: 2, good: 1, refused: { no_source: 1 } },
      errors: [{ row: 3, column: 'source', reason: 'no_source' }],
    });
    expect(readFileSync(errors, 'utf8')).toBe('\u{FEFF}row,column,reason\r\n3,source,no_source\r\n');
  });

  it.each([
    ['without --dry-run', () => importContacts(at('b.csv', ''), {}, {}), 'import_on_site'],
    ['no file', () => importContacts(path.join(folder, 'none.csv'), { dryRun: true }, {}), 'no_such_file'],
    ['a folder', () => importContacts(folder, { dryRun: true }, {}), 'not_a_file'],
    ['no table', () => importContacts(at('c.csv', 'a,b\n1,2\n'), { dryRun: true }, {}), 'file_refused'],
  ])('is refused: %s', async (_, run, code) => {
    await expect(run()).rejects.toMatchObject({ kind: 'refusal', code });
  });
});
