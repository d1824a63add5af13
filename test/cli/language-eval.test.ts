import { beforeAll, describe, expect, it } from '@jest/globals';
import { benkan, built } from './benkan.ts';

beforeAll(built, 120_000);

const SET = `kind,input,expected,lang
intent,awɔ,yes,bm
date,demain,2026-12-25,fr
place,Segu,segou,bm
`;

describe('CONTRACT: benkan language eval', () => {
  it('prints one JSON object of kinds, dates by --today, the set from a file or standard input', async () => {
    const { code, out } = await benkan(['language', 'eval', '-', '--today', '2026-12-24', '--json'], {
      input: SET,
    });
    expect(JSON.parse(out)).toEqual({
      kinds: {
        intent: { n: 1, accuracy: 1, asked: 0, confusions: [] },
        date: { n: 1, accuracy: 1, asked: 0, confusions: [] },
        place: { n: 1, accuracy: 1, asked: 0, confusions: [] },
      },
    });
    expect(code).toBe(0);
  });

  it('refuses a set it cannot read, a day that is none, and a file that is not there', async () => {
    const refused = await Promise.all([
      benkan(['language', 'eval', '-'], { input: 'kind,input,expected,lang\nmood,oui,yes,fr\n' }),
      benkan(['language', 'eval', '-', '--today', 'demain'], { input: SET }),
      benkan(['language', 'eval', 'nowhere.csv']),
    ]);
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(refused.map(({ err }) => err)).toEqual([
      expect.stringContaining('kind "mood"'),
      expect.stringContaining('--today "demain"'),
      expect.stringContaining('no such file'),
    ]);
  });
});
