import { describe, expect, it } from '@jest/globals';
import { countRuns, gramsOf, plainWords, runKey } from './grams.ts';

describe('L6: runs of letters', () => {
  it('are those of the words in plain letters', () => {
    expect(plainWords("N b’a fɛ, l'ÉCOLE ! 12 😀")).toEqual(['n', "b'", 'a', 'fe', "l'", 'ecole']);
    expect(gramsOf('na')).toEqual(['n', 'a', '_n', 'na', 'a_', '_na', 'na_', '_na_']);
    expect(gramsOf('kan')).toContain('=kan');
  });

  it.each(['a', 'na', "l'", 'kan', 'bamanankan'])('%s: counted as they are listed', (word) => {
    const keys: number[] = [];
    const count = countRuns(word, (key) => keys.push(key));
    const listed = gramsOf(word);
    expect(count).toBe(listed.length);
    expect(keys.sort()).toEqual(
      listed
        .filter((gram) => !gram.startsWith('='))
        .map(runKey)
        .sort(),
    );
  });
});
