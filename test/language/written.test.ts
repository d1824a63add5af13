import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluate, type Kind, readCases } from '../../src/language/index.ts';

const setsDir = new URL('written/', import.meta.url).pathname;
const score = (name: string, kind: Kind) => {
  const found = evaluate(readCases(readFileSync(`${setsDir}${name}.csv`, 'utf8'), name), '2026-11-21')[kind];
  if (found === undefined) throw new Error(`${name} holds no ${kind}`);
  return found;
};

describe('L11: spellings written by hand before the tables', () => {
  it.each<[string, Kind, number, number]>([
    ['intents', 'intent', 0.95, 950],
    ['numbers', 'number', 0.99, 590],
    ['heard', 'number', 0.95, 200],
    ['places', 'place', 0.95, 430],
    ['dates', 'date', 0.95, 100],
    ['languages', 'language', 0.98, 100],
    ['requests', 'intent', 0.95, 340],
    ['answers', 'number', 0.95, 100],
    ['answers', 'place', 0.95, 80],
  ])('%s: enough are understood', (name, kind, floor, least) => {
    const { n, accuracy, confusions } = score(name, kind);
    expect(n).toBeGreaterThanOrEqual(least);
    expect(accuracy >= floor ? [] : confusions).toEqual([]);
  });

  it('L4: no yes is a no, and no sentence is a command', () => {
    const { confusions } = score('intents', 'intent');
    const wrong = [...confusions, ...score('requests', 'intent').confusions].filter(
      ({ expected, understood }) =>
        understood !== 'none' && (expected === 'none' || ['yes', 'no'].includes(understood)),
    );
    expect(wrong).toEqual([]);
  });

  it('L5: a word that is near a number and none is never one', () => {
    const wrong = score('heard', 'number').confusions.filter(({ expected }) => expected === 'none');
    expect(wrong).toEqual([]);
  });

  it('L5: no number is read as another: what is not understood is asked again', () => {
    const wrong = score('heard', 'number').confusions.filter(({ understood }) => understood !== 'none');
    expect(wrong).toEqual([]);
  });
});
