import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { contents, LOAD_MS, type TestHouse, testHouse } from './house.ts';
import { talksForReal } from './real-person.ts';

jest.setTimeout(LOAD_MS);
const NEVER = new AbortController().signal;
const ORDER = { people: 5, seed: 1, org: 'benkan', notLive: false };

let place: TestHouse;
afterEach(() => place.close());

describe('W15: a live campaign is not mixed with an invented one', () => {
  it('real people are counted, and nothing is loaded beside them', async () => {
    place = await testHouse();
    await talksForReal(place.house, 'awa');
    const before = await contents(place.connection);
    await expect(place.house.demo.campaign.load(ORDER, NEVER)).rejects.toMatchObject({
      kind: 'refusal',
      code: 'demo_live',
      message: expect.stringMatching(/^1 real person has .*--yes-this-is-not-live/) as unknown,
    });
    expect(await contents(place.connection)).toEqual(before);
  });

  it('unless it is said that this is none', async () => {
    place = await testHouse();
    await talksForReal(place.house, 'awa');
    await (await place.house.demo.campaign.load({ ...ORDER, notLive: true }, NEVER)).ended;
    expect((await place.house.demo.campaign.look()).state).toBe('loaded');
    expect(await place.house.demo.campaign.realPeople()).toBe(1);
  });

  it('production refuses, even with nobody there', async () => {
    place = await testHouse({
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://localhost',
      KEY_FILE: '/nowhere/keyring.json',
    });
    await expect(place.house.demo.campaign.load(ORDER, NEVER)).rejects.toMatchObject({
      kind: 'refusal',
      code: 'demo_live',
      message: expect.stringContaining('NODE_ENV is production') as unknown,
    });
  });
});
