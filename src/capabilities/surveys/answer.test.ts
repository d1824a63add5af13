import { createHmac } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { ASK_TYPES, type AskType } from '../../engine/types.ts';
import { isFile, storedAnswer } from './answer.ts';
import { categoriesOf } from './results/categories.ts';

const context = {
  ...{ person: 'p1', conversation: 'c1', channel: 'web', address: 'a1', lang: 'fr', day: '2026-11-22' },
};
const keys = {
  fingerprint: (...parts: string[]) => createHmac('sha256', 'k').update(parts.join('|')).digest(),
  sealer: { seal: (plain: string) => Buffer.from(`sealed ${plain}`), open: () => '' },
};

const stored = (type: AskType, value = '+22376123456') =>
  storedAnswer(
    { id: Buffer.alloc(32), rev: 1, context, params: { survey: 's', hash: 'h', question: 'q', type, value } },
    keys,
  );

it('F3, T1: what names a person is only ever sealed, and stands in no table, even where a survey asked for it', () => {
  const inClear = ASK_TYPES.filter((type) => 'value' in stored(type));
  expect(inClear).toEqual(['choice', 'number', 'yes_no', 'place', 'date', 'scale', 'multi', 'rank']);
  for (const type of ASK_TYPES.filter((one) => !inClear.includes(one))) {
    const { sealed } = stored(type);
    // Of a file only the name under which it is kept: a fingerprint.
    if (isFile(type)) expect(sealed?.toString()).toMatch(/^sealed [0-9a-f]{32}$/);
    else expect(sealed).toEqual(Buffer.from('sealed +22376123456'));
    const tally = { question: 'q', type, value: '+22376123456', count: 9 };
    expect(categoriesOf({ key: 'q', type, choices: [] }, [tally])).toEqual([]);
  }
});
