import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { unhurried } from '../universe/work.ts';
import { benkan, built, type Ended, folderOf } from './benkan.ts';
import { BASE, BROKEN, type Broken, EVERY_TEXT, SOUND } from './broken.ts';

interface Finding {
  file: string;
  line: number;
  step?: string;
  code: string;
  message: string;
}

/** A message says what to do: it has one of these words in it. */
const TO_DO =
  /\b(add|begin|choose|close|compare|correct|delete|give|indent|let|make|must|name|nest|put|remove|save|shorten|split|take|use|word|write)\b/i;

const shipped = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
/** Every set of flows needs a way to stop; here the shortest. */
const STOP =
  'id: stop\ntriggers: [{ intent: stop }]\nbefore_consent: true\nsteps:\n  - set: { person.stopped: true }\n  - say: arrete\n';
const folders: { remove(): void }[] = [];

beforeAll(built, 120_000);
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

describe('F7: benkan flows check', () => {
  it('finds nothing in what is shipped', async () => {
    expect(await benkan(['flows', 'check'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing to put right'),
    });
    const { code, out } = await benkan(['flows', 'check', '--json']);
    expect(JSON.parse(out)).toMatchObject({ findings: [] });
    expect(code).toBe(0);
  });

  describe('of a folder with every family of broken files', () => {
    let ended: Ended;
    let findings: Finding[] = [];
    beforeAll(async () => {
      ended = await check(Object.fromEntries(CASES.map((each, n) => [idOf(n), each])), ['--json']);
      ({ findings } = JSON.parse(ended.out) as { findings: Finding[] });
    }, 240_000);
    const findingsOf = (n: number): Finding[] =>
      findings.filter(({ file }) => file.endsWith(`/${idOf(n)}.yaml`));

    it('exits 1 and complains of nothing else', () => {
      expect(ended).toMatchObject({ code: 1, err: '' });
      expect(findings.filter(({ file }) => !/essai-\d+\.yaml$/.test(file))).toEqual([]);
    });

    it.each(BROKEN.map((each, n) => [each.name, each, n] as const))(
      'refuses %s: line, step, code, what to do',
      (_, { line, step, code, says }, n) => {
        const told = findingsOf(n).filter((each) => each.line === line && each.code === code);
        expect(told.map((each) => each.step)).toContain(step);
        expect(told.map((each) => each.message)).toContainEqual(expect.stringMatching(says));
        for (const { message } of findingsOf(n)) expect(message).toMatch(TO_DO);
      },
    );

    it.each(SOUND.map((each, n) => [each.name, BROKEN.length + n] as const))('takes %s', (_, n) => {
      expect(findingsOf(n)).toEqual([]);
    });
  });

  it('prints one finding a line, file and line first, for people', async () => {
    const { out } = await check({ essai: { source: BROKEN[3]?.source ?? '' } });
    expect(out).toMatch(/essai\.yaml:5 {2}step la {2}There is no step nulle_part/);
  });

  it('names a locale file that cannot be read', async () => {
    const { code, out } = await check({
      essai: { ...SOUND[0], texts: { fr: 'bonjour: [1]\n', bm: 'bonjour: Bonjour\n' } },
    });
    expect(out).toMatch(/locales\/fr\/flows\/essai\.yaml:1/);
    expect(code).toBe(1);
  });

  it.each([
    ['FLOWS_DIR', { FLOWS_DIR: '/nowhere/flows' }],
    ['LOCALES_DIR', { LOCALES_DIR: '/nowhere/locales' }],
  ])('says in one line that %s is not there', async (name, env) => {
    const { code, out, err } = await benkan(['flows', 'check'], { env });
    expect(err).toMatch(new RegExp(`^benkan: .*${name}.*\n$`));
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it('T14: refuses a bomb of brackets at once', async () => {
    const bomb = `id: essai\nsteps:\n  - say: ${'['.repeat(100_000)}\n`;
    const { ms } = await unhurried(async () =>
      expect(await check({ essai: { source: bomb } })).toMatchObject({ code: 1 }),
    );
    // Most of this is the start of the process.
    expect(ms).toBeLessThan(5_000);
  });
});

const CASES: readonly Partial<Broken>[] = [...BROKEN, ...SOUND];
const idOf = (n: number): string => `essai-${n}`;

/** Checks these flows, by id, each with its texts beside it. */
function check(flows: Readonly<Record<string, Partial<Broken>>>, args: string[] = []): Promise<Ended> {
  const files = Object.entries(flows).flatMap(([id, { source = '', bytes = String, texts }]) => [
    [`flows/${id}.yaml`, bytes(source.replaceAll('essai', id))] as const,
    [`locales/fr/flows/${id}.yaml`, texts?.fr ?? EVERY_TEXT] as const,
    [`locales/bm/flows/${id}.yaml`, texts?.bm ?? EVERY_TEXT] as const,
  ]);
  const folder = folderOf({
    'flows/base.yaml': BASE,
    'flows/stop.yaml': STOP,
    ...Object.fromEntries(
      ['fr', 'bm'].flatMap((lang) => [
        [`locales/${lang}/bot.yaml`, shipped(`locales/${lang}/bot.yaml`)],
        [`locales/${lang}/flows/base.yaml`, 'bonjour: Bonjour\n'],
        [`locales/${lang}/flows/stop.yaml`, 'arrete: Stop\n'],
      ]),
    ),
    ...Object.fromEntries(files),
  });
  folders.push(folder);
  const env = { FLOWS_DIR: `${folder.path}/flows`, LOCALES_DIR: `${folder.path}/locales` };
  return benkan(['flows', 'check', ...args], { env });
}
