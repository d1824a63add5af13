import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadSpeaker } from '../speaking/speaker.ts';
import { attestLanguage } from './attest-language.ts';

const TABLES = { glossary: 'bambara,confidence\nawɔ,high\nmenu,low\n', parallel: 'bambara\nA bɛ na.\n' };

/** A folder of two languages; `more` adds or replaces files of Bambara. */
function localesWith(more: Record<string, string>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'attest-'));
  for (const lang of ['fr', 'bm']) mkdirSync(path.join(dir, lang));
  writeFileSync(path.join(dir, 'fr', 'bot.yaml'), 'yes: Oui\nlist: Menu\nsport: Sport\n');
  for (const [name, text] of Object.entries(more)) writeFileSync(path.join(dir, 'bm', name), text);
  return dir;
}

const BOT =
  '_file: { review: draft, source: here }\nyes: Awɔ\nlist: Menuw\nsport: { text: Sport, kept: fr, source: no word }\n';

describe('L2: looking up a language', () => {
  it('gives the list of its words and what to review first', () => {
    const { files, unattested, ...counts } = attestLanguage(localesWith({ 'bot.yaml': BOT }), 'bm', TABLES);
    expect(unattested).toEqual([]);
    expect(counts).toEqual({ words: 2, regularForms: 1, inGlossary: 2, doubts: 2 });
    expect(files['attested.csv']).toBe(
      'word,stem,source,row,confidence\nawɔ,awɔ,glossary,2,high\nmenuw,menu,glossary,3,low\n',
    );
    expect(files['review.csv']).toBe(
      'text,kind,note\nbot/list,word,"""menuw"": low confidence in glossary row 3"\nbot/sport,kept,no word\n',
    );
  });

  it('keeps doubts written by hand as long as their text is there, and drops what was found before', () => {
    const byHand =
      'text,kind,note\nbot/yes,meaning,is it so?\nbot/gone,meaning,was it so?\nbot/yes,order,old\n';
    const dir = localesWith({ 'bot.yaml': BOT, 'review.csv': byHand });
    const review = attestLanguage(dir, 'bm', TABLES).files['review.csv'];
    expect(review).toContain('bot/yes,meaning,is it so?\n');
    expect(review).not.toMatch(/gone|order/);
  });

  it('refuses a language without texts', () => {
    expect(() => attestLanguage(localesWith({ 'bot.yaml': BOT }), 'ff', TABLES)).toThrow('no texts in ff');
  });
});

describe('L1: a text with a word that stands nowhere', () => {
  const provenance = (bot: string, list?: string) => {
    const files = { 'bot.yaml': bot, ...(list !== undefined && { 'attested.csv': list }) };
    return loadSpeaker({ localesDir: localesWith(files), onMissing: () => undefined }).provenance('bm');
  };
  const { files } = attestLanguage(localesWith({ 'bot.yaml': BOT }), 'bm', TABLES);
  const list = files['attested.csv'];

  it('does not count as sourced', () => {
    expect(provenance(BOT, list)).toMatchObject({ sourced: 2, kept: 1, unsourced: 0, keptShare: 0.333 });
    expect(provenance(BOT.replace('Awɔ', 'Yan'), list)).toMatchObject({ sourced: 1, kept: 1, unsourced: 1 });
  });

  it('passes where a language keeps no list', () => {
    expect(provenance(BOT.replace('Awɔ', 'Yan'))).toMatchObject({ sourced: 2, unsourced: 0 });
  });
});
