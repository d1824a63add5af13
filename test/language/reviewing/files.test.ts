import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLocales } from '../../../src/language/index.ts';
import {
  decide,
  readCorrections,
  type ReviewRow,
  takeChanges,
  writePo,
  writeWorkbook,
} from '../../../src/language/reviewing/index.ts';
import { choicesIn, type Folder, folder, shippedFolder } from './folder.ts';
import { filledPo, filledWorkbook, type Filled } from './filling.ts';

const NOTES = { lang: 'bm', day: '2026-11-22', choices: [] };
const WAYS = {
  xlsx: { write: (rows: readonly ReviewRow[]) => writeWorkbook(rows, NOTES), fill: filledWorkbook },
  po: { write: async (rows: readonly ReviewRow[]) => writePo(rows, NOTES), fill: filledPo },
};
type Way = keyof typeof WAYS;
const BOTH: Way[] = ['xlsx', 'po'];

/** Exported, filled, brought back, taken into the files. */
async function back({ dir, rows }: Folder, way: Way, filled: Filled) {
  const before = rows();
  const bytes = await WAYS[way].fill(await WAYS[way].write(before), filled);
  const read = await readCorrections(bytes, `relecture.${way}`);
  const decided = decide(read.corrections, { rows: before, choices: choicesIn(dir) });
  const french = readLocales(dir).get('fr')!;
  const changes = decided.changes.map((change) => ({ ...change, on: '2026-11-22' }));
  const files = takeChanges({ localesDir: dir, lang: 'bm', french }, changes);
  for (const [name, text] of files) writeFileSync(path.join(dir, 'bm', name), text);
  return {
    problems: [...read.problems, ...decided.problems],
    changes: decided.changes,
    files,
    after: rows(),
  };
}

describe('L2: export, then import', () => {
  it.each(BOTH)('%s: unedited, of everything that is shipped: nothing changes', async (way) => {
    const { problems, changes, files } = await back(shippedFolder(), way, {});
    expect([problems, changes, files.size]).toEqual([[], [], 0]);
  });

  it.each(BOTH)(
    '%s: any edits come back exactly, marked with who and when, and nothing else changes',
    async (way) => {
      const letters = fc.string({
        unit: fc.constantFrom(...Array.from('aɛɔŋɲÉ’«»,;:!?()/&<>"\'%#_~ 0129\n')),
        minLength: 1,
        maxLength: 60,
      });
      const words = letters.map((text) => `N ${text}`.trim());
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(fc.constantFrom('bot/oui', 'bot/menu', 'annonce/sport', 'annonce/suite'), words, {
            minKeys: 1,
          }),
          async (texts) => {
            const place = folder();
            const before = place.rows();
            const filled = Object.fromEntries(
              Object.entries(texts).map(([id, text]) => [id, { text, verdict: 'yes' as const, by: 'Awa' }]),
            );
            const { problems, after } = await back(place, way, filled);
            expect(problems.filter(({ code }) => code !== 'accent')).toEqual([]);
            expect(after.map(({ id, text }) => [id, text])).toEqual(
              before.map(({ id, text }) => [id, texts[id]?.normalize('NFC') ?? text]),
            );
            for (const { id, state, reviewed } of after)
              expect([id, state === 'reviewed', reviewed?.by, reviewed?.on]).toEqual(
                texts[id] === undefined ? [id, false, undefined, undefined] : [id, true, 'Awa', '2026-11-22'],
              );
          },
        ),
        { numRuns: 6 },
      );
    },
  );

  it.each(BOTH)('%s: approving alone, a remark alone', async (way) => {
    const { after, problems } = await back(folder(), way, {
      'bot/oui': { verdict: 'yes', by: 'Awa' },
      'annonce/sport': { remark: 'Un mot existe.', by: 'Awa' },
    });
    expect(problems).toEqual([]);
    const of = (id: string) => after.find((row) => row.id === id);
    expect(of('bot/oui')?.state).toBe('reviewed');
    expect(of('annonce/sport')?.state).toBe('kept');
    expect(of('annonce/sport')?.doubts).toEqual(['Remarque de Awa : Un mot existe.']);
  });

  it('a review holds for its words: whoever changes them, or the French, has a draft again', async () => {
    const place = folder();
    await back(place, 'xlsx', {
      'bot/oui': { verdict: 'yes', by: 'Awa' },
      'bot/menu': { verdict: 'yes', by: 'Awa' },
    });
    const change = (file: string, from: string, to: string) => {
      const name = path.join(place.dir, file);
      writeFileSync(name, readFileSync(name, 'utf8').replace(from, to));
    };
    change('bm/bot.yaml', 'Awɔ', 'Ɔwɔ');
    change('fr/bot.yaml', 'menu: Menu', 'menu: Le menu');
    const states = new Map(place.rows().map(({ id, state }) => [id, state]));
    expect([states.get('bot/oui'), states.get('bot/menu')]).toEqual(['draft', 'draft']);
  });

  it('keeps comments and order in the files', async () => {
    const place = folder();
    const { files } = await back(place, 'xlsx', { 'bot/oui': { text: 'Ɔwɔ', verdict: 'yes', by: 'Awa' } });
    expect(files.get('bot.yaml')).toBe(
      '# Of the whole bot.\n_file: { review: draft, source: here }\noui: Ɔwɔ # yes\nmenu: "Menu"\nlettre: Lɛtɛrɛ\n',
    );
    expect(files.get('reviewed.csv')).toMatch(
      /^text,state,by,on,words,remark\nbot\/oui,reviewed,Awa,2026-11-22,[0-9a-f]{12},\n$/u,
    );
  });
});
