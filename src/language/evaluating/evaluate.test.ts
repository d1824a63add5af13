import { describe, expect, it } from '@jest/globals';
import { readCases } from './cases.ts';
import { evaluate } from './evaluate.ts';

const HEAD = 'kind,input,expected,lang\n';
const evaluated = (rows: string) => evaluate(readCases(HEAD + rows, 'set.csv'), '2026-11-21');

describe('L11: a set of typed messages', () => {
  it('is counted by kind, and what was understood otherwise is listed', () => {
    const report = evaluated('intent,awɔ,yes,bm\nintent,ayi,yes,bm\nnumber,vint,20,fr\n');
    expect(report).toEqual({
      intent: {
        n: 2,
        accuracy: 0.5,
        asked: 0,
        confusions: [{ input: 'ayi', expected: 'yes', understood: 'no', lang: 'bm' }],
      },
      number: { n: 1, accuracy: 1, asked: 0, confusions: [] },
    });
  });

  it.each([
    'intent,oui ou non,ambiguous,fr',
    'intent,on a arrêté le voleur,none,fr',
    'number,12 000,12000,fr',
    'number,douze mille,12 000,fr',
    'number,beaucoup,none,fr',
    'date,demain,2026-11-22,fr',
    'place,Ansongo,gao/ansongo,fr',
    'place,Ansongo,ansongo,fr',
    'place,Djenné,mopti,fr',
    'place,kata,ambiguous,fr',
    'place,hao,gao,fr',
    'place,Paris,none,fr',
    'language,n bɛ hɛrɛ fɛ,bm,',
    'language,oui,unknown,fr',
  ])('%s is as expected', (row) => {
    expect(Object.values(evaluated(row)).map(({ confusions }) => confusions)).toEqual([[]]);
  });

  it.each(['place,Djenné,segou,fr', 'place,Mopti,mopti/djenne,fr', 'number,douze,12 000,fr'])(
    '%s is not',
    (row) => {
      expect(Object.values(evaluated(row)).map(({ accuracy }) => accuracy)).toEqual([0]);
    },
  );

  it('a kind nobody knows and a missing column are refused', () => {
    expect(() => readCases(`${HEAD}mood,oui,yes,fr\n`, 'set.csv')).toThrow('set.csv, row 2: kind "mood"');
    expect(() => readCases('kind,input\nintent,oui\n', 'set.csv')).toThrow('has no column expected, lang');
  });
});
