import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { benkan, built } from './benkan.ts';

beforeAll(built, 120_000);

const dir = mkdtempSync(path.join(tmpdir(), 'benkan-attest-'));
const glossary = path.join(dir, 'glossary.csv');
const parallel = path.join(dir, 'parallel.csv');
const localesDir = path.join(dir, 'locales');
const tables = ['--glossary', glossary, '--parallel', parallel];
const attest = (...more: string[]) =>
  benkan(['language', 'attest', 'bm', ...tables, ...more], { env: { LOCALES_DIR: localesDir } });

beforeAll(() => {
  const shipped = new URL('../../locales', import.meta.url).pathname;
  cpSync(shipped, localesDir, { recursive: true });
  const words = readFileSync(path.join(shipped, 'bm', 'attested.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[1]);
  writeFileSync(glossary, `bambara,confidence\n${words.filter((word) => word !== 'awɔ').join(',high\n')}`);
  writeFileSync(parallel, 'bambara\n');
});

describe('L2: benkan language attest', () => {
  it('names file, line and key of a word that stands in no source, and ends with 1', async () => {
    const { code, out } = await attest();
    expect(out).toMatch(/^locales\/bm\/bot\.yaml:\d+ {2}yes_no\.yes {2}"awɔ" stands in no source; /m);
    expect(out).toMatch(/^bm {2}\d+ words: \d+ from the glossary, /m);
    expect(code).toBe(1);
  });

  it('writes the lists only when asked to, and then ends with 0 when all is well', async () => {
    const list = () => readFileSync(path.join(localesDir, 'bm', 'attested.csv'), 'utf8');
    const before = list();
    writeFileSync(parallel, 'bambara\nAwɔ !\n');
    const { code, out } = await attest('--json');
    expect(JSON.parse(out)).toMatchObject({ lang: 'bm', unattested: [] });
    expect(code).toBe(0);
    expect(list()).toBe(before);
    await attest('--write');
    expect(list()).toContain('awɔ,awɔ,parallel,2,\n');
  });

  it('refuses a table that is not there', async () => {
    const { code, err } = await benkan(['language', 'attest', 'bm', '--glossary', dir, '--parallel', dir]);
    expect(err).toContain('not a file');
    expect(code).toBe(1);
  });
});

describe('L1: benkan language status', () => {
  it('counts sourced, kept with its share, missing and to review', async () => {
    expect((await benkan(['language', 'status'])).out).toMatch(
      /^bm {2}\d+ texts: \d+ sourced, \d+ kept in fr \(\d+\.\d %\), 0 without a source, 0 missing, \d+ to review$/m,
    );
    const { languages } = JSON.parse((await benkan(['language', 'status', '--json'])).out) as {
      languages: { lang: string; total: number; sourced: number; kept: number; keptShare: number }[];
    };
    const bambara = languages.find(({ lang }) => lang === 'bm');
    expect(bambara?.sourced).toBe((bambara?.total ?? 0) - (bambara?.kept ?? 0));
    expect(bambara?.keptShare).toBeLessThanOrEqual(0.2);
  });

  it('L10: tells what a region pack brings, and where it is offered', async () => {
    mkdirSync(path.join(localesDir, 'ses', 'flows'), { recursive: true });
    writeFileSync(path.join(localesDir, 'ses', 'pack.yaml'), 'name: Soŋay\nsource: a test of this\n');
    writeFileSync(
      path.join(localesDir, 'ses', 'flows', 'menu.yaml'),
      'choix: { ask: { audio: audio/choix.opus } }\n',
    );
    const { out } = await benkan(['language', 'status'], { env: { LOCALES_DIR: localesDir } });
    expect(out).toContain(
      'ses  region pack Soŋay: 0 labels, 1 recordings; offered in gao, tombouctou, menaka\n',
    );
  });
});
