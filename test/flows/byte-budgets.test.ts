import { expect, it } from '@jest/globals';
import { type Cost, dearestRun } from './byte-costs.ts';
import { budgetOf, BUDGETS } from './byte-budgets.ts';
import { shipped } from './shipped.ts';

const costs = new Map<string, Cost>();

it.each(shipped.flows)(
  'C14: the dearest run of %s stays within its budget on every channel',
  async (flow) => {
    const cost = await dearestRun(flow);
    costs.set(flow, cost);
    const { words, listening } = budgetOf(flow);
    for (const channel of ['telegram', 'whatsapp', 'web'] as const)
      expect({ channel, over: Math.max(0, cost[channel] - words) }).toEqual({ channel, over: 0 });
    expect(cost.audio).toBeLessThanOrEqual(listening);
    // Something is weighed, and a budget means something: it is not three times what is needed.
    expect(cost.telegram).toBeGreaterThan(0);
    if (Object.hasOwn(BUDGETS, flow)) expect(words).toBeLessThan(3 * Math.max(cost.telegram, cost.whatsapp));
  },
);

it('C14: no budget is of a flow that is gone', () => {
  expect(Object.keys(BUDGETS).filter((flow) => !shipped.flows.includes(flow))).toEqual([]);
  const rows = [...costs].map(
    ([flow, { telegram, whatsapp, web, audio }]) =>
      `${flow.padEnd(20)} ${[telegram, whatsapp, web, audio].map((bytes) => String(bytes).padStart(8)).join('')}`,
  );
  console.info(`C14: bytes of the dearest run: telegram, whatsapp, web, and listening\n${rows.join('\n')}`);
});

it('C14: no shipped text leads to a page, so that a pass for messengers is enough for every task', () => {
  const links = [...shipped.speaker.locales].flatMap(([lang, locale]) =>
    [...locale].flatMap(([flow, texts]) =>
      [...texts]
        .filter(([, { text }]) => LINK.test(text))
        .map(([key, { text }]) => `${lang} ${flow} ${key}: ${text}`),
    ),
  );
  expect(links).toEqual([]);
  for (const text of ['Va sur https://exemple.org', 'www.exemple.ml', 'benkan.org/x', 'Écris à a@b.ml'])
    expect(LINK.test(text)).toBe(true);
  for (const text of ['Écris « stop ».', 'Réponds 1. Ensuite', '12/05/2026', 'etc. Puis'])
    expect(LINK.test(text)).toBe(false);
});

/** An address a phone would open. */
const LINK = /\b(https?:|www\.)|\b[\w-]+\.(ml|org|com|net|info|io|app|me|fr)\b|\S@\S/iu;
