import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkTerms } from './check-terms.ts';
import { readLocales } from './locales.ts';

const TERMS = `choices:
  - concept: paix
    choose: bɛn
    instead_of: [hɛrɛ, lafiya]
    except: ["ka tile hɛrɛ"]
    reason: the one that was chosen
`;

function found(bot: string) {
  const dir = mkdtempSync(path.join(tmpdir(), 'terms-'));
  for (const lang of ['fr', 'bm']) mkdirSync(path.join(dir, lang));
  writeFileSync(path.join(dir, 'fr', 'bot.yaml'), 'a: Hɛrɛ\n');
  writeFileSync(path.join(dir, 'bm', 'bot.yaml'), bot);
  writeFileSync(path.join(dir, 'bm', 'terms.yaml'), TERMS);
  return checkTerms(dir, readLocales(dir)).map(({ file, line, key, message }) => [file, line, key, message]);
}

describe('L2: texts that deviate from the terms that were chosen', () => {
  it('are named with file, line and key, as a word, in capitals, and in its plural', () => {
    expect(found('a: Bɛn\nb:\n  c: An bɛ Hɛrɛ ɲini\n')).toEqual([
      ['locales/bm/bot.yaml', 3, 'b.c', 'b.c says "hɛrɛ"; terms.yaml chose "bɛn"'],
    ]);
    expect(found('a: lafiyaw').map(([, line]) => line)).toEqual([1]);
  });

  it.each([
    ['in a phrase where it is right', 'a: I ka tile hɛrɛ\n'],
    ['as a part of another word', 'a: Hɛrɛso, kahɛrɛ\n'],
    ['in a text left in French', 'a: { text: lafiya, kept: fr, source: no word }\n'],
  ])('are none %s', (_where, bot) => {
    expect(found(bot)).toEqual([]);
  });
});
