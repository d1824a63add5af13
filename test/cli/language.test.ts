import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { languageExport } from '../../src/cli/language-export.ts';
import { languageImport } from '../../src/cli/language-import.ts';
import { loadSpeaker } from '../../src/language/index.ts';
import { filledWorkbook } from '../language/reviewing/filling.ts';
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
    const { out } = await benkan(['language', 'status']);
    expect(out).toMatch(/^bm {2}to review: (?:[\w-]+ \d+, )*menu \d+/mu);
    expect(out).toMatch(/^bm {2}\d+ without a recording among the files$/mu);
    expect(out).toMatch(
      /^bm {2}\d+ texts: \d+ sourced, \d+ kept in fr \(\d+\.\d %\), 0 without a source, 0 missing, \d+ to review$/m,
    );
    const { languages } = JSON.parse((await benkan(['language', 'status', '--json'])).out) as {
      languages: {
        lang: string;
        total: number;
        sourced: number;
        kept: number;
        keptShare: number;
        unreviewed: number;
        unreviewedByFlow: Record<string, number>;
        withoutAudio: number;
      }[];
    };
    const bambara = languages.find(({ lang }) => lang === 'bm');
    const byFlow = Object.values(bambara?.unreviewedByFlow ?? {});
    expect(byFlow.reduce((sum, count) => sum + count, 0)).toBe(bambara?.unreviewed);
    expect(bambara?.withoutAudio).toBeLessThanOrEqual(bambara?.total ?? 0);
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

describe('L2, CONTRACT: benkan language export and import', () => {
  const place = path.join(dir, 'reviewed');
  const out = path.join(dir, 'relecture.xlsx');
  const run = (...args: string[]) => benkan(['language', ...args], { env: { LOCALES_DIR: place } });
  beforeAll(() => cpSync(new URL('../../locales', import.meta.url).pathname, place, { recursive: true }));

  it('gives a file out, takes it back once it is filled, and counts what is reviewed', async () => {
    const exported = await run('export', '--lang', 'bm', '--out', out, '--json');
    const { texts } = JSON.parse(exported.out) as { texts: number };
    const filled = await filledWorkbook(readFileSync(out), {
      'bot/resume': { text: 'An ka segin a ma.', verdict: 'yes', by: 'Fanta' },
      'bot/back': { verdict: 'yes', by: 'Fanta' },
    });
    writeFileSync(out, filled);
    const tried = await run('import', out, '--dry-run');
    expect(tried.out).toContain('\nwould take 2 texts: 2 reviewed, 0 drafts; ');
    const { code, out: told } = await run('import', out);
    expect(told).toMatch(/bot\/resume {2}reviewed by Fanta\n {2}- .+\n {2}\+ An ka segin a ma\.\n/u);
    expect(code).toBe(0);
    const speaker = loadSpeaker({ localesDir: place, onMissing: () => undefined });
    expect(speaker.provenance('bm').unreviewed).toBe(texts - 2);
  });

  it('writes nothing where a line is wrong, names it, and takes the others alone when asked to', async () => {
    await run('export', '--lang', 'bm', '--format', 'xlsx', '--only', 'unreviewed', '--out', out);
    const filled = await filledWorkbook(readFileSync(out), {
      'bot/too_long': { text: 'Кuma', verdict: 'yes', by: 'Fanta' },
      'bot/trouble': { text: 'Gɛlɛya dɔ bɛ yen.', verdict: 'no', by: 'Fanta' },
    });
    writeFileSync(out, filled);
    const file = () => readFileSync(path.join(place, 'bm', 'bot.yaml'), 'utf8');
    const { code, out: told } = await run('import', out);
    expect(code).toBe(1);
    expect(told).toMatch(/^relecture\.xlsx, Textes, \d+ {2}bot\/too_long {2}"К" only looks like a letter/mu);
    expect(told).toContain('1 lines are right and wait for the others');
    expect(file()).not.toContain('bɛ yen');
    expect((await run('import', out, '--partial')).code).toBe(1);
    expect(file()).toContain('trouble: Gɛlɛya dɔ bɛ yen.\n');
  });

  it('refuses what it cannot do, with what to do', async () => {
    const exported = (lang: string, to: string) => languageExport({ lang, format: 'po', out: to });
    await expect(exported('fr', out)).rejects.toThrow('review another language');
    await expect(exported('xx', out)).rejects.toThrow('no such language');
    await expect(exported('bm', dir)).rejects.toThrow('not a file');
    await expect(exported('bm', path.join(dir, 'gone', 'x.po'))).rejects.toThrow('cannot be written');
    const imported = (file: string) => languageImport([file], { lang: 'bm', dryRun: true });
    await expect(imported(path.join(dir, 'gone.xlsx'))).rejects.toThrow('no such file');
    await expect(imported(dir)).rejects.toThrow('not a file');
    expect((await run('export', '--lang', 'bm', '--format', 'csv', '--out', out)).code).toBe(2);
  });
});
