import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broadcastsStore } from '../../src/capabilities/broadcasts/broadcasts-store.ts';
import type { Texts } from '../../src/capabilities/broadcasts/index.ts';
import { hashOf, samenessOf } from '../../src/capabilities/broadcasts/model/hash.ts';
import type { Trial } from '../../src/capabilities/broadcasts/testers/trial.ts';
import { dayOf } from '../../src/domain/clock.ts';
import type { Fault } from '../../src/domain/faults.ts';
import { placeOf, type StaffAnswer, type StaffContext, type StaffRoute } from '../../src/web/staff/index.ts';
import { renderPart } from '../../src/web/kit/index.ts';
import { type Account, type JoiningHouse, join, joiningHouse, later } from '../people/joining-house.ts';

const NIGHT_MS = 14 * 3_600_000;

describe('a draft is tried on the phones of colleagues who agreed', () => {
  let world: JoiningHouse;
  let routes: readonly StaffRoute[];
  let drafts = 0;
  const audited: string[] = [];
  const roles = { awa: 'editor', binta: 'verifier', chaka: 'admin', fanta: 'coordinator' } as const;
  type Who = keyof typeof roles;

  beforeAll(async () => {
    world = await joiningHouse();
    const ours = world.house.capabilities.find(({ name }) => name === 'broadcasts');
    routes = ours?.staffRoutes ?? [];
    for (const [id, role] of Object.entries(roles))
      await world.house.staff.accounts.add({
        ...{
          id,
          emailKey: Buffer.from(id),
          email: Buffer.from(id),
          passwordHash: 'none',
          role,
          org: 'benkan',
        },
        name: world.keyring.sealer.seal(id, placeOf('name', id)),
        ...{ totp: Buffer.from(id), totpStep: 0 },
        ...(role === 'coordinator' && { regions: ['gao'] }),
      });
  }, 120_000);
  afterAll(() => world.close());

  const frame = { lang: 'fr', nav: [], person: { name: 'Awa', role: 'Rédaction' } };
  /** What a button answers this person. */
  const ask = async (
    who: Who,
    path: string,
    given: { params?: Record<string, string>; form: Record<string, string> },
  ): Promise<StaffAnswer> => {
    const route = routes.find((each) => each.path === path && each.method === 'post');
    const ctx = {
      person: { id: who, name: who, role: roles[who], org: 'benkan', ...regionsOf(who) },
      ...{ params: {}, query: new URLSearchParams(), frame, ...given },
      audit: async (action: string) => void audited.push(`${action} ${who}`),
    } as unknown as StaffContext;
    if (route?.method !== 'post') throw new Error(`There is no route ${path}.`);
    return route.act(ctx);
  };
  const regionsOf = (who: Who) => (who === 'fanta' ? { regions: ['gao'] } : {});
  const phones = new Map<string, Account>();
  const phoneOf = async (name: string): Promise<Account> => {
    const phone = phones.get(name) ?? (await world.account(name));
    phones.set(name, phone);
    return phone;
  };
  const codeFor = async (who: Who): Promise<string> => {
    const answer = await ask(who, '/broadcasts/testers/code', { form: {} });
    const page = 'page' in answer && typeof answer.page === 'object' ? renderPart(answer.page) : '';
    return /testeur (\w{4} \w{4})/u.exec(page)?.[1] ?? '';
  };
  const agrees = async (phone: Account, code: string): Promise<string[]> => {
    await phone.says(`testeur ${code}`);
    return phone.taps('Oui, recevoir');
  };
  const written = async (more: Texts = {}): Promise<{ id: string; hash: string }> => {
    const id = `d${String((drafts += 1))}`;
    const content: Texts = { fr: { text: `Texte ${String(drafts)}.` }, ...more };
    const wanted = { content, audience: { all: [] }, scope: {}, urgent: false, at: null };
    const hash = hashOf(wanted);
    await broadcastsStore(world.connection.db!).insert({
      ...{
        _id: id,
        org: 'benkan',
        name: 'Essai',
        ...wanted,
        state: 'draft',
        hash,
        sameness: samenessOf(content),
      },
      ...{
        author: 'awa',
        authors: ['awa'],
        alone: 100,
        history: [],
        demo: false,
        since: '2026-11-01',
        changedAt: 0,
      },
    });
    return { id, hash };
  };
  const tries = (who: Who, { id, hash }: { id: string; hash: string }, nth = 1) =>
    ask(who, '/broadcasts/:id/try', { params: { id }, form: { seen: hash, nth: String(nth) } });
  const found = async (id: string, nth = 1) =>
    world.connection.collection<Omit<Trial, 'id'> & { _id: string }>('broadcast_trials').findOne({
      _id: `${id}-${String(nth)}`,
    });
  const outcomes = async (id: string, nth = 1) =>
    (await found(id, nth))?.tries.map(({ account, lang, state, reason }) => [account, lang, state, reason]);

  it('B3: a code typed and a button pressed on one’s own phone make a tester; a code works once, and for ten minutes', async () => {
    const phone = await phoneOf('awa');
    const code = await codeFor('awa');
    expect(await agrees(phone, code)).toEqual(["C'est fait. Les essais de l'équipe arrivent ici."]);
    // Used, never given, and too old get the same answer; nobody becomes a tester by leaving it.
    const other = await phoneOf('other');
    const unknown = ['Ce code ne marche pas. Demande un nouveau code sur le site.'];
    expect(await agrees(other, code)).toEqual(unknown);
    expect(await agrees(other, 'ACDE FGHJ')).toEqual(unknown);
    const old = await codeFor('binta');
    world.clock.advance(10 * 60_000 + 1);
    expect(await agrees(other, old)).toEqual(unknown);
    const fresh = await codeFor('binta');
    await other.says(`testeur ${fresh}`);
    await other.taps('Ne rien changer');
    expect(await world.count('broadcast_testers')).toBe(1);
    expect(audited).toContain('broadcasts.tester_code awa');
  });

  it('B3, C6: a sixth code within the hour is not looked at, whatever kind of code the others were', async () => {
    const phone = await phoneOf('guesser');
    const wrong = ['Ce code ne marche pas. Demande un nouveau code sur le site.'];
    for (const letters of ['ACDE', 'ACDF', 'ACDG', 'ACDH'])
      expect(await agrees(phone, `${letters} FGHJ`)).toEqual(wrong);
    await phone.says('rejoindre ACDJ FGHJ');
    await phone.taps('Oui, relier');
    const code = await codeFor('binta');
    const sixth = await agrees(phone, code);
    expect(sixth).toEqual(['Trop de codes. Réessaie dans une heure.']);
    expect(await world.count('broadcast_testers', { _id: 'binta' as never })).toBe(0);
    world.clock.advance(60 * 60_000 + 1);
    expect(await agrees(phone, await codeFor('binta'))).toEqual([
      "C'est fait. Les essais de l'équipe arrivent ici.",
    ]);
    // It stands among what is kept of them, and goes when they erase.
    expect((await phone.says('mes données')).join('\n')).toContain('Essais de l’équipe : oui.');
    await phone.taps('Tout effacer');
    await world.settle();
    expect(await world.count('broadcast_testers', { _id: 'binta' as never })).toBe(0);
  });

  it('B3, B6: every language of a draft, marked as a test, to the testers alone, once, at night too; nothing counts as the broadcast', async () => {
    const phone = await phoneOf('awa');
    const citizen = await phoneOf('citizen');
    await phone.hears();
    world.clock.advance(NIGHT_MS);
    const draft = await written({ bm: { text: 'Ɲɔgɔnye sibiri.' } });
    // Pressed twice.
    for (const answer of [await tries('awa', draft), await tries('awa', draft)])
      expect(answer).toMatchObject({ kind: 'see_other' });
    await world.settle();
    const heard = await phone.hears();
    expect(heard.filter((line) => line.startsWith('Ceci est un essai ('))).toHaveLength(2);
    expect(heard.filter((line) => line.startsWith('Texte '))).toHaveLength(1);
    expect(heard.filter((line) => line === 'Ɲɔgɔnye sibiri.')).toHaveLength(1);
    expect(await citizen.hears()).toEqual([]);
    expect(await outcomes(draft.id)).toEqual([
      ['awa', 'fr', 'sent', undefined],
      ['awa', 'bm', 'sent', undefined],
    ]);
    expect(audited.filter((line) => line.startsWith('broadcasts.tried'))).toEqual(['broadcasts.tried awa']);
    for (const kept of ['broadcast_recipients', 'broadcast_received', 'broadcast_runs'])
      expect([kept, await world.count(kept)]).toEqual([kept, 0]);
    expect(await world.count('broadcasts', { state: 'draft' })).toBe(drafts);
  });

  it('B3: refused where the draft has changed, is empty or went out, and beyond ten tests', async () => {
    const draft = await written();
    const refusedWith = async (given: Promise<StaffAnswer>) => ('status' in (await given) ? await given : {});
    expect(await refusedWith(tries('awa', { ...draft, hash: 'other' }))).toMatchObject({ status: 409 });
    expect(await refusedWith(tries('awa', await written({ fr: { text: '' } })))).toMatchObject({
      status: 409,
    });
    expect(await refusedWith(tries('awa', draft, 2))).toMatchObject({ status: 429 });
    for (let nth = 1; nth <= 10; nth += 1)
      expect(await tries('awa', draft, nth)).toMatchObject({ kind: 'see_other' });
    expect(await refusedWith(tries('awa', draft, 11))).toMatchObject({ status: 429 });
    await world.connection
      .collection<{ _id: string }>('broadcasts')
      .updateOne({ _id: draft.id }, { $set: { state: 'running' } });
    expect(await refusedWith(tries('awa', draft))).toMatchObject({ status: 409 });
    await expect(tries('awa', { id: 'none', hash: '' })).resolves.toMatchObject({ status: 404 });
    const more = { params: { id: draft.id }, form: { seen: '', nth: '1', to: 'all' } };
    // An organisation has its measure for a day.
    const all = world.connection.collection<{ _id: string }>('broadcast_trials');
    const day = dayOf(world.clock.now());
    const others = Array.from({ length: 30 }, (_, n) => ({ _id: `other-${String(n)}`, org: 'benkan', day }));
    await all.insertMany(others);
    expect(await refusedWith(tries('awa', await written()))).toMatchObject({ status: 429 });
    await all.deleteMany({ _id: { $in: others.map(({ _id }) => _id) } });
    await expect(ask('awa', '/broadcasts/:id/try', more)).rejects.toMatchObject({
      code: 'unknown_field',
    } satisfies Partial<Fault>);
    await world.settle();
  });

  it('B3: who said stop, left, lost their account or may not read the draft gets none', async () => {
    const phone = await phoneOf('binta');
    await agrees(phone, await codeFor('binta'));
    const coordinator = await phoneOf('fanta');
    await agrees(coordinator, await codeFor('fanta'));
    await phone.says('stop');
    await Promise.all([phone.hears(), coordinator.hears()]);
    // It writes beyond the coordinator's regions: no tester of it.
    const draft = await written();
    await tries('awa', draft);
    await world.settle();
    expect(await outcomes(draft.id)).toEqual([
      ['awa', 'fr', 'sent', undefined],
      ['binta', 'fr', 'skipped', 'stopped'],
    ]);
    expect([await phone.hears(), await coordinator.hears()]).toEqual([[], []]);
    await ask('awa', '/broadcasts/testers/leave', { form: {} });
    await world.house.staff.accounts.change('fanta', { suspended: true });
    expect(await world.count('broadcast_testers', { _id: 'awa' as never })).toBe(0);
  });

  it('B6: what a crash leaves before it left never leaves; what it leaves while leaving is in doubt; neither goes again', async () => {
    const phone = await phoneOf('awa');
    await agrees(phone, await codeFor('awa'));
    await phone.hears();
    const ours = world.house.capabilities.find(({ name }) => name === 'broadcasts');
    const draft = await written({ bm: { text: 'Ɲɔgɔnye sibiri.' } });
    const kept = world.connection.collection<{ _id: string }>('broadcast_trials');
    await tries('awa', draft);
    const id = `${draft.id}-1`;
    const put = (lang: string, state: string) =>
      kept.updateOne(
        { _id: id },
        { $set: { 'tries.$[one].state': state } },
        { arrayFilters: [{ 'one.lang': lang, 'one.account': 'awa' }] },
      );
    await put('fr', 'going');
    await put('bm', 'leaving');
    for (const lang of ['fr', 'bm']) await ours?.inDoubt?.(`trial:${id}:${lang}`, phone.conversation);
    expect(await ours?.mayLeave?.(`trial:${id}:fr`, phone.conversation)).toBe(false);
    await world.settle();
    expect((await outcomes(draft.id))?.filter(([who]) => who === 'awa')).toEqual([
      ['awa', 'fr', 'failed', 'crash'],
      ['awa', 'bm', 'unknown', 'crash'],
    ]);
    expect(await phone.hears()).toEqual([]);
    // A later word of the platform is believed, and never taken back.
    const became = (state: 'delivered' | 'sent') =>
      ours?.became?.(`trial:${id}:bm`, phone.conversation, { state });
    await became('delivered');
    await became('sent');
    expect((await outcomes(draft.id))?.find(([who, lang]) => who === 'awa' && lang === 'bm')?.[2]).toBe(
      'delivered',
    );
  });

  it('B3: a test that could not leave for ten minutes does not leave later', async () => {
    const phone = await phoneOf('awa');
    const ours = world.house.capabilities.find(({ name }) => name === 'broadcasts');
    const draft = await written();
    await tries('awa', draft);
    world.clock.advance(10 * 60_000 + 1);
    expect(await ours?.mayLeave?.(`trial:${draft.id}-1:fr`, phone.conversation)).toBe(false);
    await world.settle();
    expect((await outcomes(draft.id))?.find(([who]) => who === 'awa')).toEqual([
      ...['awa', 'fr', 'skipped', 'too_late'],
    ]);
    expect(await phone.hears()).toEqual([]);
  });

  it('C6, T4: joined accounts and erasure: whoever is erased is no tester any more, whichever account they joined from', async () => {
    const [guest, host] = [await phoneOf('guest'), await phoneOf('host')];
    await agrees(guest, await codeFor('chaka'));
    expect(await world.count('broadcast_testers', { _id: 'chaka' as never })).toBe(1);
    await join(host, guest);
    await later(world);
    await world.house.erase((await host.person()) ?? '');
    expect(await world.count('broadcast_testers', { _id: 'chaka' as never })).toBe(0);
  });
});
