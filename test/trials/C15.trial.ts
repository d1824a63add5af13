import { it } from '@jest/globals';
import { costs, tableOf } from '../sms/cost.ts';

it('C15: SMS of a talk, by flow and language', async () => {
  console.info(`\n${tableOf(await costs())}\n`);
});
