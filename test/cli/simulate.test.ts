import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { benkan, built, type Ended, folderOf } from './benkan.ts';

const folders: { remove(): void }[] = [];

beforeAll(built, 120_000);
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

describe('CONTRACT: benkan simulate', () => {
  it('prints what is said, saved and ordered, one JSON object a line, and last where the talk stands', async () => {
    const { code, out, err } = await simulate('sondage-paix', [
      '{"tap":"eau"}',
      '{"say":"vingt-cinq"}',
      '{"send":"voice"}',
      '{"wait":"25h"}',
      '{"say":"success"}',
      '{"say":"Segu"}',
      '{"say":"oui"}',
    ]);
    const lines = objects(out);
    expect(lines[1]).toEqual({
      out: {
        flow: 'sondage-paix',
        key: 'priorite.ask',
        text: expect.stringContaining('paix'),
        choices: expect.arrayContaining([{ key: 'eau', label: "L'eau" }]),
      },
    });
    expect(lines.filter((line) => 'saved' in line)).toEqual([
      { saved: { priorite: 'eau' } },
      { saved: { age: 25 } },
      { saved: { idee: 'success' } },
      { saved: { lieu: 'segou' } },
      { saved: { reunion: true } },
    ]);
    expect(lines).toContainEqual({ event: { kind: 'survey_ended', survey: 'sondage-paix', complete: true } });
    expect(lines.at(-1)).toEqual({ end: { state: 'done', bytes: 0 } });
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('F2: tells the bytes of a talk that waits', async () => {
    const { out } = await simulate('sondage-paix', ['{"tap":"eau"}']);
    const end = objects(out).at(-1) as { end: { state: string; bytes: number } };
    expect(end.end.state).toBe('waiting');
    expect(end.end.bytes).toBeGreaterThan(20);
    expect(end.end.bytes).toBeLessThanOrEqual(1024 + 60);
  });

  it('speaks Bambara', async () => {
    const { out } = await simulate('sondage-paix', ['{"say":"ji"}'], ['--lang', 'bm']);
    expect(objects(out)).toContainEqual({ saved: { priorite: 'eau' } });
    expect(out).toContain('Lakana');
  });

  it('takes the path of a flow file, with FLOWS_DIR and LOCALES_DIR of its own', async () => {
    const folder = folderOf({
      'flows/essai.yaml': 'id: essai\nsteps:\n  - ask: q\n    type: yes_no\n  - say: fin\n',
      'locales/fr/flows/essai.yaml': 'q:\n  ask: Ça va ?\nfin: Merci\n',
      'locales/fr/bot.yaml': "yes_no:\n  'yes': Oui\n  'no': Non\n",
    });
    folders.push(folder);
    const env = { FLOWS_DIR: `${folder.path}/flows`, LOCALES_DIR: `${folder.path}/locales` };
    const { code, out } = await simulate(`${folder.path}/flows/essai.yaml`, ['{"tap":"yes"}'], [], env);
    expect(objects(out)).toContainEqual({ saved: { q: true } });
    expect(out).toContain('Merci');
    expect(code).toBe(0);
  });

  it('answers a button that is not offered without counting it', async () => {
    const { out } = await simulate('sondage-paix', ['{"tap":"nothing"}']);
    const keys = objects(out).flatMap((line) =>
      'out' in line ? [(line['out'] as { key: string }).key] : [],
    );
    expect(keys).toEqual(['debut', 'priorite.ask', 'stale_button', 'priorite.ask']);
  });

  it('reads the script from standard input', async () => {
    const args = ['simulate', 'aide', '--lang', 'fr', '--script', '-'];
    expect(await benkan(args, { input: '{"say":"aide"}\n' })).toMatchObject({ code: 0 });
  });

  it('refuses a malformed line with its number, and prints no talk', async () => {
    const { code, out, err } = await simulate('sondage-paix', ['{"tap":"eau"}', 'tap eau']);
    expect(err).toMatch(/^benkan: .*script\.jsonl:2: expected one of .*\n$/);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it.each([
    ['an unknown flow', 'nulle-part', [], /nulle-part: no such flow; there are /],
    ['a flow file that is not there', './nulle-part.yaml', [], /no such file/],
    ['an unknown language', 'aide', ['--lang', 'xx'], /xx: no such language; there are .*fr/],
  ])('refuses %s in one line', async (_, flow, args, message) => {
    const { code, out, err } = await simulate(flow, ['{"say":"a"}'], args);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it.each([
    ['a script that is not there', '/nowhere/script.jsonl', /no such file/],
    ['a directory as script', '/', /not a file/],
  ])('refuses %s', async (_, script, message) => {
    const { code, err } = await benkan(['simulate', 'aide', '--script', script]);
    expect(err).toMatch(message);
    expect(code).toBe(1);
  });

  it('refuses a flow that does not compile, with its line', async () => {
    const folder = folderOf({ 'essai.yaml': 'id: essai\nsteps:\n  - say: bon jour\n' });
    folders.push(folder);
    const { code, err } = await simulate(`${folder.path}/essai.yaml`, []);
    expect(err).toMatch(/essai\.yaml:3: /);
    expect(code).toBe(1);
  });
});

function simulate(
  flow: string,
  lines: string[],
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Ended> {
  const folder = folderOf({ 'script.jsonl': lines.join('\n') });
  folders.push(folder);
  const lang = args.includes('--lang') ? [] : ['--lang', 'fr'];
  return benkan(['simulate', flow, ...lang, ...args, '--script', `${folder.path}/script.jsonl`], { env });
}

const objects = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
