import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keysDocumentOf } from '../../src/capabilities/updates/keys/keys-document.ts';
import { canonicalJson } from '../../src/capabilities/updates/model/canonical.ts';
import { keyring, keyringFile, newKeyringFile } from '../../src/store/keys/keyring.ts';
import {
  buildStatement,
  chain,
  headOf,
  itemText,
  keysAfter,
  logText,
  PUBLIC_URL,
} from '../updates/signed-log.ts';
import { benkan, built, folderOf } from './benkan.ts';

const entries = chain([buildStatement(1), buildStatement(2), buildStatement(1, { kind: 'withdrawn' })]);
const log = logText(entries);
const strangers = keysAfter(['stolen']);
const folder = folderOf({
  'item.json': itemText(entries, 2),
  'withdrawn.json': itemText(entries, 1),
  'log.jsonl': log,
  'changed.jsonl': log.replace('Nouvelle 2', 'Nouvelle 3'),
  'cut.jsonl': `${log.split('\n').slice(0, 3).join('\n')}\n`,
  'keys.json': `${canonicalJson(keysDocumentOf(keysAfter(), PUBLIC_URL, headOf(entries)))}\n`,
  'others.json': canonicalJson(keysDocumentOf(strangers, PUBLIC_URL, headOf([]))),
});
const at = (name: string): string => path.join(folder.path, name);
beforeAll(() => built(), 120_000);
afterAll(() => folder.remove());

describe('U5: benkan verify, with nothing but the file', () => {
  it('an item: authentic, by whom, and whose key that is a file cannot say', async () => {
    const alone = await benkan(['verify', at('item.json')]);
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(alone.out).toMatch(
      /^Authentic: ML-2026-0002, version 1, was published by Cellule de la paix on .*entry 2 of the log\./,
    );
    expect(alone.out).toContain('/.well-known/benkan-keys.json');
    const known = await benkan(['verify', at('item.json'), '--keys', at('keys.json')]);
    expect(known.code).toBe(0);
    expect(known.out).not.toContain('/.well-known/');
    const gone = await benkan(['verify', at('withdrawn.json'), '--keys', at('keys.json'), '--json']);
    expect(JSON.parse(gone.out)).toMatchObject({ of: 'item', ok: true, state: 'withdrawn', trusted: true });
  });

  it('a whole log, from a file and from standard input', async () => {
    const whole = await benkan(['verify', at('log.jsonl'), '--keys', at('keys.json')]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toBe(`The log holds: 3 entries. Note the head down elsewhere: 3:${entries[2]!.hash}\n`);
    expect((await benkan(['verify', '-', '--json'], { input: log })).code).toBe(0);
  });

  it.each([
    ['changed.jsonl', 'entry 2: it was changed'],
    ['cut.jsonl', 'entry 3: it and all after it are missing'],
  ])('1 for %s, and says what is wrong', async (name, words) => {
    const refused = await benkan(['verify', at(name)]);
    expect(refused).toMatchObject({ code: 1, err: '' });
    expect(refused.out).toContain(words);
    const json = JSON.parse((await benkan(['verify', at(name), '--json'])).out) as { ok: boolean };
    expect(json.ok).toBe(false);
  });

  it('1 for keys of another publisher, for files of another kind, for none', async () => {
    const others = await benkan(['verify', at('item.json'), '--keys', at('others.json')]);
    expect(others).toMatchObject({ code: 1, out: expect.stringContaining('not the publisher’s') });
    for (const [args, words] of [
      [[at('item.json'), '--keys', at('log.jsonl')], 'The file of keys is none'],
      [['package.json'], 'neither an item nor a log'],
      [[at('missing.json')], 'no such file'],
      [[folder.path], 'not a file'],
    ] as const)
      expect(await benkan(['verify', ...args])).toMatchObject({
        code: 1,
        err: expect.stringContaining(words),
      });
  });

  it('2 for wrong usage', async () => {
    expect((await benkan(['verify'])).code).toBe(2);
    expect((await benkan(['verify', at('item.json'), '--kees'])).code).toBe(2);
  });
});

describe('U5: benkan keys rotate --publisher', () => {
  const file = at('keyring.json');
  const ring = () => keyringFile.parse(JSON.parse(readFileSync(file, 'utf8')));

  it('a new key that the old one vouches for; the old secret is gone, its public half stays', async () => {
    writeFileSync(file, JSON.stringify(newKeyringFile('production', '2026-11')), { mode: 0o600 });
    const [first] = keyring(ring()).publishing;
    const rotated = await benkan(['keys', 'rotate', '--publisher', '--file', file]);
    expect(rotated).toMatchObject({ code: 0, err: '' });
    const { publishing } = ring();
    expect(publishing).toMatchObject([
      { x: first?.x },
      { vouched: expect.any(String), seed: expect.any(String) },
    ]);
    expect(publishing?.[0]).not.toHaveProperty('seed');
    const stolen = await benkan(['keys', 'rotate', '--publisher', '--stolen', '--file', file]);
    expect(stolen.out).toContain('marked as stolen');
    expect(ring().publishing).toHaveLength(3);
    expect(ring().publishing?.[1]).toHaveProperty('stolen');
    expect(ring().publishing?.[2]).not.toHaveProperty('vouched');
  });

  it('refuses what it cannot change, and says what to do', async () => {
    expect(await benkan(['keys', 'rotate', '--file', file])).toMatchObject({ code: 2 });
    const missing = await benkan(['keys', 'rotate', '--publisher', '--file', at('none.json')]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('KEY_FILE is not there') });
  });
});
