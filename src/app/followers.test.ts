import { expect, it } from '@jest/globals';
import type { Effects } from '../conversation/apply.ts';
import type { OrderedEffect } from '../conversation/conversation.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { until } from '../../test/channels/until.ts';
import { followersOf } from './followers.ts';

const follow = async (kind: string): Promise<string[]> => {
  const steps: string[] = [];
  const effects = {
    async apply() {
      await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push('applied');
    },
  } as unknown as Effects;
  const outbox = { take: () => void steps.push('sent') } as unknown as Outbox;
  followersOf(effects, outbox).committed('c', { effects: [{ kind } as OrderedEffect], out: [] });
  await until(() => steps.length === 2);
  return steps;
};

it('T4: the mailbox is emptied before the goodbye goes there', async () => {
  expect(await follow('people.erase')).toEqual(['applied', 'sent']);
});

it('every other reply does not wait for effects', async () => {
  expect(await follow('surveys.answer')).toEqual(['sent', 'applied']);
});
