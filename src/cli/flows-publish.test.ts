import { afterEach, expect, it, jest } from '@jest/globals';
import { ownFlows } from '../../test/flows/own-flows.ts';
import { flowsBack, flowsPublish } from './flows-publish.ts';

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

it('W3: going back takes the number of an edition, and says so (2)', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await flowsBack({ MONGODB_URI: 'mongodb://127.0.0.1:1/nowhere' }, '../1', {})).toBe(2);
  expect(String(said.mock.calls[0]?.[0])).toContain('by its number');
});
