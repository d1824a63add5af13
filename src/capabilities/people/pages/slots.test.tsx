import { expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { StaffContext } from '../../../web/staff/index.ts';
import { peopleSlots } from './slots.tsx';

const said = async (n: number): Promise<string> => {
  const node = await peopleSlots(async () => n).overview?.({ frame: { lang: 'fr' } } as StaffContext);
  return node ? renderToString(node) : '';
};

it('C6, S12: staff read how many people have several accounts, from five on, and nothing else of it', async () => {
  expect([await said(0), await said(4)]).toEqual(['', '']);
  expect(await said(5)).toContain('5 personnes écrivent avec plusieurs comptes');
});
