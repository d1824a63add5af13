import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { benkan, built, type Ended, folderOf } from './benkan.ts';

const BOT = readFileSync(new URL('../../locales/fr/bot.yaml', import.meta.url), 'utf8');
const FLOW = `id: essai
steps:
  - call: volunteers.me
    key: qui
    save: moi
    on_fail: { goto: panne }
  - ask: la
    type: choice
    choices: [eau, ecole]
    on_fail: { goto: panne }
  - if: answers.la == "eau"
    key: veut_eau
    then: [{ say: oui }]
    else: [{ say: non }]
  - end: true
    key: fin
  - say: panne
tests: essai.test.yaml
`;
const TEXTS = `la: { ask: Quoi ?, choices: { eau: L'eau, ecole: L'école } }\noui: Oui\nnon: Non\npanne: Panne\n`;
const WATER = `- title: water
  lang: fr
  talk:
    - says: [la.ask]
    - tap: eau
      says: [oui]
      saved: { la: eau }
  end: done
`;
const BROKEN_CALL = `- title: the call fails
  lang: fr
  calls: { volunteers.me: fails }
  talk:
    - says: [panne]
      events: [step_failed]
  end: done
`;
const folders: { remove(): void }[] = [];

beforeAll(built, 120_000);
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

describe('F8: benkan flows test', () => {
  it('passes all that is shipped, in both languages', async () => {
    const { code, out } = await benkan(['flows', 'test']);
    expect(out).toMatch(/^sondage-paix: bm \d+, fr \d+ passed; steps (\d+)\/\1, branches /m);
    expect(out).toMatch(/\n\d{2,} passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  it('lists the steps and branches that no transcript reaches', async () => {
    const { code, out } = await tested(WATER);
    expect(out).toContain('essai: fr 1 passed; steps 5/7, branches 3/7\n');
    expect(out.match(/(?<=not reached: ).*/g)).toEqual([
      'qui, fail (line 3)',
      'la, ecole (line 7)',
      'la, on_fail (line 7)',
      'veut_eau, else (line 11)',
      'non (line 14)',
      'panne (line 17)',
    ]);
    expect(code).toBe(0);
  });

  it('lets a transcript say that a call fails', async () => {
    const { out } = await tested(WATER + BROKEN_CALL, ['essai', '--json']);
    const { flows } = JSON.parse(out) as { flows: { unreached: { step: string; branch?: string }[] }[] };
    expect(flows).toMatchObject([{ flow: 'essai', passed: { fr: 2 }, failures: [], steps: { reached: 6 } }]);
    expect(flows[0]?.unreached).not.toContainEqual(expect.objectContaining({ step: 'qui' }));
  });

  it('with --mutate, puts faults into the flow and names those no transcript notices, and exits 1', async () => {
    const { code, out } = await tested(WATER + BROKEN_CALL, ['essai', '--mutate']);
    expect(out).toMatch(
      /^essai: \d+ faults put in: \d+ noticed by a transcript, \d+ refused before they run, /,
    );
    expect(out).toContain('  not noticed: drop else of if veut_eau (line 11)\n');
    expect(out).not.toContain('delete say oui');
    expect(code).toBe(1);
  });

  it('names file, line, turn, what was expected and what was heard, and exits 1', async () => {
    const { code, out } = await tested(WATER.replace('[oui]', '[non]'));
    expect(out).toMatch(/essai\.test\.yaml:5 {2}fr: water, turn 2\n/);
    expect(out).toContain('expected {"says":["non"],"saved":{"la":"eau"}}\n');
    expect(out).toContain('heard    {"says":["oui"],"saved":{"la":"eau"}}\n');
    expect(out).toMatch(/\n0 passed, 1 failed\n$/);
    expect(code).toBe(1);
  });

  it('fails a talk that ends where its author says it waits', async () => {
    const { code, out } = await tested(WATER.replace('end: done', 'end: waiting'));
    expect(out).toMatch(/essai\.test\.yaml:8 {2}fr: water, at the end\n/);
    expect(code).toBe(1);
  });

  it.each([
    ['a flow that is not there', ['nulle-part'], WATER, /nulle-part: no such flow/],
    ['transcripts that cannot be read', [], '- title: [', /essai\.test\.yaml:1/],
    ['a language that is not there', [], WATER.replace('lang: fr', 'lang: xx'), /xx: no such language/],
  ])('refuses %s: 1, in one line', async (_, args, transcripts, says) => {
    const { code, out, err } = await tested(transcripts, args);
    expect(err).toMatch(/^benkan: .*\n$/);
    expect(err).toMatch(says);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it('refuses a named flow without transcripts, and transcripts that are not where the flow says', async () => {
    const without = await tested(WATER, ['essai'], FLOW.replace(/tests:.*\n/, ''));
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('has no transcripts') as unknown });
    const elsewhere = await tested(WATER, [], FLOW.replace('essai.test.yaml', 'autre.test.yaml'));
    expect(elsewhere).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') as unknown });
  });
});

/** Plays these transcripts of the flow above. */
function tested(transcripts: string, args: readonly string[] = [], flow = FLOW): Promise<Ended> {
  const folder = folderOf({
    'flows/essai.yaml': flow,
    'flows/essai.test.yaml': transcripts,
    'locales/fr/bot.yaml': BOT,
    'locales/fr/flows/essai.yaml': TEXTS,
  });
  folders.push(folder);
  const env = { FLOWS_DIR: `${folder.path}/flows`, LOCALES_DIR: `${folder.path}/locales` };
  return benkan(['flows', 'test', ...args], { env });
}
