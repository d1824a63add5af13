import { afterEach, expect, it, jest } from '@jest/globals';
import { ownFlows } from '../../test/flows/own-flows.ts';
import { flowsPublish } from './flows-publish.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

it('F6: flows with findings are refused before a database is looked for, each finding with its place', async () => {
  const own = ownFlows();
  own.write('prix', 'triggers: [{ keywords: { fr: [prix] } }]\nsteps: [{ goto: nulle_part }]\n', '');
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const env = { ...own.env, MONGODB_URI: 'mongodb://127.0.0.1:1/nowhere' };
  expect(await flowsPublish(env, [], {})).toBe(1);
  expect(String(said.mock.calls[0]?.[0])).toMatch(
    /prix\.yaml:3 .*nulle_part[^]*Nothing is published: \d+ to put right\.\n$/,
  );
  own.remove();
});
