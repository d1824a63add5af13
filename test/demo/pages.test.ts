import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../channels/until.ts';
import { unhurried } from '../universe/work.ts';
import { ask, member, openSite, type Site } from '../staff/site.ts';
import { LOAD_MS, type TestHouse, testHouse } from './house.ts';
import { talksForReal } from './real-person.ts';

jest.setTimeout(LOAD_MS);
const LINE = 'Données de démonstration';
const OFFER = 'Charger la campagne de démonstration';

let place: TestHouse;
let site: Site;
let admin: string;
let viewer: string;
beforeAll(async () => {
  place = await testHouse();
  site = await siteOf(place);
  [admin, viewer] = [(await member(site, 'admin')).cookie, (await member(site, 'viewer')).cookie];
});
afterEach(async () => {
  await until(async () => !['loading', 'clearing'].includes(await state()), state, LOAD_MS);
  await (await place.house.demo.campaign.clear(new AbortController().signal))?.ended;
});
afterAll(async () => {
  await site.close();
  await place.close();
});

const siteOf = ({ house: { demo } }: TestHouse): Promise<Site> =>
  openSite(demo.staffRoutes, { change: (parts) => ({ ...parts, slots: [demo.staffSlots!] }) });
const state = async (): Promise<string> => (await place.house.demo.campaign.look()).state;
const page = async (path: string, cookie: string): Promise<string> =>
  (await ask(site, path, { cookie })).text();
const post = (path: string, cookie: string, form: Record<string, string> = {}): Promise<Response> =>
  ask(site, path, { cookie, form });

describe('W15: the demo campaign on the staff site', () => {
  it('is offered to an administrator who has nothing yet, to nobody else, and not forced', async () => {
    expect(await page('/staff', admin)).toContain(OFFER);
    expect(await page('/staff', viewer)).not.toContain(OFFER);
    expect(await page('/staff', admin)).not.toContain(LINE);
    expect(await state()).toBe('none');
  });

  it('loads in the background, says how far it is without scripts, and is announced on every page', async () => {
    const answer = await post('/staff/demo/load', admin);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/demo']);
    const under = await ask(site, '/staff/demo', { cookie: admin });
    expect(under.headers.get('refresh')).toBe('2');
    expect(await under.text()).toMatch(/La démonstration se charge : \d+ %.*<progress/s);
    expect(await page('/staff', viewer)).toContain(LINE);
    // A second click while it runs is refused politely.
    const again = await post('/staff/demo/load', admin);
    expect(await page(again.headers.get('location')!, admin)).toContain('déjà en cours');
    await place.house.demo.stop?.();
    expect(await state()).toBe('interrupted');
    expect(await page('/staff/demo', admin)).toContain('interrompu');
    expect(site.audited).toContainEqual(
      expect.objectContaining({ action: 'demo.loaded', subject: 'demo/campaign' }),
    );
  });

  it('T31: a stop ends a load within 10 s', async () => {
    const { demo } = await place.another();
    const other = await siteOf({ ...place, house: { ...place.house, demo } });
    const { cookie } = await member(other, 'admin');
    await ask(other, '/staff/demo/load', { cookie, form: {} });
    await until(
      async () => (await place.connection.collection('people').countDocuments()) > 5,
      state,
      LOAD_MS,
    );
    expect((await unhurried(async () => demo.stop?.())).ms).toBeLessThan(10_000);
    expect(await state()).toBe('interrupted');
    await other.close();
  });

  it('is cleared from its page, and nobody sees the line any more', async () => {
    await (
      await place.house.demo.campaign.load(
        { people: 5, seed: 1, org: 'benkan', notLive: false },
        new AbortController().signal,
      )
    ).ended;
    expect(await page('/staff', viewer)).toContain(LINE);
    expect(await page('/staff', viewer)).not.toContain('/staff/demo');
    expect(await page('/staff', admin)).toContain('/staff/demo');
    const { demo } = await place.another();
    const other = await siteOf({ ...place, house: { ...place.house, demo } });
    const { cookie } = await member(other, 'admin');
    expect((await ask(other, '/staff/demo/clear', { cookie, form: {} })).status).toBe(303);
    await until(async () => (await state()) === 'none', state, LOAD_MS);
    expect(await page('/staff', viewer)).not.toContain(LINE);
    await other.close();
  });

  it.each(['/staff/demo/load', '/staff/demo/clear'])('403: %s is for administrators', async (path) => {
    expect((await post(path, viewer)).status).toBe(403);
    expect(await state()).toBe('none');
  });

  it('beside real people it takes a tick', async () => {
    await talksForReal(place.house, 'awa');
    expect(await page('/staff/demo', admin)).toMatch(/Une vraie personne.*type="checkbox"/s);
    const refused = await post('/staff/demo/load', admin);
    expect(await page(refused.headers.get('location')!, admin)).toContain('cochez la case');
    expect(await state()).toBe('none');
  });

  it('in production it is neither offered nor loaded, whatever a form says', async () => {
    const live = await testHouse({
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://localhost',
      KEY_FILE: '/nowhere/keyring.json',
    });
    const its = await siteOf(live);
    const { cookie } = await member(its, 'admin');
    expect(await (await ask(its, '/staff', { cookie })).text()).not.toContain(OFFER);
    await ask(its, '/staff/demo/load', { cookie, form: { not_live: 'yes' } });
    expect((await live.house.demo.campaign.look()).state).toBe('none');
    await its.close();
    await live.close();
  });
});
