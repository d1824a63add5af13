import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { staff } from '../../src/capabilities/staff/index.ts';
import { createStaff, handsOf, resetStaff, sameHands, type StaffAccount } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site, signIn } from './site.ts';

const FORM = { email: 'moussa@example.org', name: 'Moussa Keïta', role: 'editor' };

describe('T20, W11: accounts of the staff', () => {
  let site: Site;
  let admin: Member;
  let colleague: Member;
  beforeAll(async () => {
    site = await openSite((parts) => staff(parts).staffRoutes);
  });
  beforeEach(async () => {
    await site.connection.collection('staff_accounts').deleteMany({});
    admin = await member(site, 'admin', 'Awa Diarra');
    colleague = await member(site, 'editor', 'Bakary');
    site.audited.length = 0;
  });
  afterAll(() => site.close());

  const open = (path = '', who = admin) => ask(site, `/staff/accounts${path}`, { cookie: who.cookie });
  const post = (path: string, form: Record<string, string>, who = admin) =>
    ask(site, `/staff/accounts${path}`, { form, cookie: who.cookie });
  const everyone = (org = 'benkan') => site.parts.accounts.ofOrg(org);
  const idOf = async (role: StaffAccount['role'], org = 'benkan') =>
    (await everyone(org)).find((account) => account.role === role)!.id;
  const actions = () => site.audited.map(({ action }) => action);

  it('are listed with name and role; addresses stay masked, and the look is recorded', async () => {
    const page = await (await open()).text();
    expect(page).toContain('Awa Diarra');
    expect(page).toContain('Rédaction');
    expect(page).toMatch(/m…@e…\.org/);
    expect(page).not.toContain(colleague.email);
    expect(site.audited).toEqual([
      expect.objectContaining({ action: 'staff.looked', subject: 'page/accounts' }),
    ]);
  });

  it('are narrowed, sorted and taken away as a file, recorded as one; addresses stay masked there too', async () => {
    const file = await open('?role=editor&sort=-name&format=csv');
    expect(file.headers.get('content-disposition')).toContain('comptes.csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/Bakary, m…@e….org",Rédaction/u);
    expect(site.audited.at(-1)).toMatchObject({ action: 'staff.exported', detail: { class: 'A' } });
  });

  it('T21: an account keeps the hands it went through; what the machine itself hands out has none', async () => {
    const hands = async (id: string) =>
      [...(await handsOf(site.parts.accounts, id, site.parts.clock.now()))].sort();
    const [chief, editor] = [await idOf('admin'), await idOf('editor')];
    expect([await hands(chief), await hands(editor)]).toEqual([[chief], [editor]]);
    await post('', { ...FORM, role: 'verifier' });
    const made = await idOf('verifier');
    expect(await hands(made)).toEqual([made, chief].sort());
    // Whoever it opens or resets went through the same hands.
    await createStaff(
      site.parts,
      { ...FORM, email: 'x@example.org', org: 'benkan', role: 'viewer' },
      { id: made, role: 'admin', org: 'benkan' },
    );
    expect(await hands(await idOf('viewer'))).toEqual([await idOf('viewer'), made, chief].sort());
    await post(`/${editor}/credentials`, {});
    expect(await sameHands(site.parts.accounts, editor, made, site.parts.clock.now())).toBe(true);
    expect(await hands(editor)).toEqual([editor, chief].sort());
    for (const email of [FORM.email, colleague.email]) await resetStaff(site.parts, { email });
    expect([await hands(made), await hands(editor)]).toEqual([[made], [editor]]);
    expect(await sameHands(site.parts.accounts, editor, made, site.parts.clock.now())).toBe(false);
  });

  it('a new one can sign in with what is shown once; the page that shows it is recorded and not kept', async () => {
    const answer = await post('', FORM);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    const digits = [...page.matchAll(/class="digits">(.*?)<\/code>/g)].map(([, text]) =>
      text!.replace(/<\/?span>/g, ''),
    );
    const [password, totpSecret] = [digits[0]!, digits[1]!];
    expect((await signIn(site, { email: FORM.email, password, totpSecret })).status).toBe(303);
    expect(site.audited[0]).toMatchObject({
      action: 'staff.created',
      actor: { id: await idOf('admin'), role: 'admin', org: 'benkan' },
      detail: { role: 'editor', org: 'benkan' },
    });
    expect(JSON.stringify(site.audited)).not.toMatch(/moussa|Keïta/i);
  });

  it('400: a form that cannot be is said field by field, and makes nothing', async () => {
    for (const [change, words] of [
      [{ email: 'moussa' }, 'Ce n’est pas une adresse'],
      [{ name: '' }, 'Indiquez un nom'],
      [{ name: 'a\u202Eb' }, 'Indiquez un nom'],
      [{ name: 'x'.repeat(81) }, 'Indiquez un nom'],
      [{ role: 'king' }, 'Choisissez un rôle'],
      [{ role: '__proto__' }, 'Choisissez un rôle'],
    ] as const) {
      const answer = await post('', { ...FORM, ...change });
      expect([change, answer.status]).toEqual([change, 400]);
      expect(await answer.text()).toContain(words);
    }
    expect(await everyone()).toHaveLength(2);
    expect(actions()).toEqual([]);
  });

  it('409: an address that has an account already, in any spelling', async () => {
    const answer = await post('', { ...FORM, email: ` ${colleague.email.toUpperCase()}` });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('a déjà un compte');
  });

  it('mass assignment: what the form does not have is not taken', async () => {
    await post('', {
      ...FORM,
      org: 'mediateurs',
      id: 'chosen',
      passwordHash: 'x',
      suspended: 'yes',
      _id: 'x',
    });
    expect(await everyone('mediateurs')).toEqual([]);
    expect((await everyone()).find(({ id }) => id === 'chosen')).toBeUndefined();
    expect(await everyone()).toHaveLength(3);
  });

  it('a role that was changed holds from the next request', async () => {
    const id = await idOf('editor');
    expect((await open('', colleague)).status).toBe(403);
    const answer = await post(`/${id}/role`, { role: 'admin' });
    expect(answer.headers.get('location')).toBe(`/staff/accounts/${id}?flash=role`);
    expect((await open('', colleague)).status).toBe(200);
    await post(`/${id}/role`, { role: 'viewer' });
    expect((await open('', colleague)).status).toBe(403);
    expect(site.audited.find(({ action }) => action === 'staff.role_changed')).toMatchObject({
      subject: `staff/${id}`,
      detail: { from: 'editor', to: 'admin' },
    });
  });

  it('T20: a coordinator has regions, which go with the role', async () => {
    const form = { ...FORM, role: 'coordinator', region_gao: 'yes', region_nulle: 'yes', region_mopti: 'no' };
    const bare = await post('', { ...FORM, role: 'coordinator' });
    expect([bare.status, (await bare.text()).includes('Cochez au moins une région')]).toEqual([400, true]);
    expect((await post('', form)).status).toBe(200);
    const id = await idOf('coordinator');
    const regions = async () => (await site.parts.accounts.byId(id))!.regions;
    expect(await regions()).toEqual(['gao']);
    expect(await (await open(`/${id}`)).text()).toMatch(/name="region_gao" value="yes" checked/u);
    site.audited.length = 0;
    await post(`/${id}/role`, { role: 'coordinator', region_mopti: 'yes', region_segou: 'yes' });
    expect(await regions()).toEqual(['segou', 'mopti']);
    expect(site.audited[0]).toMatchObject({
      action: 'staff.role_changed',
      detail: { regions: 'segou+mopti' },
    });
    expect((await post(`/${id}/role`, { role: 'coordinator' })).status).toBe(409);
    expect(await regions()).toEqual(['segou', 'mopti']);
    await post(`/${id}/role`, { role: 'viewer', region_gao: 'yes' });
    expect(await regions()).toBeUndefined();
  });

  it('400: a role that does not exist', async () => {
    expect((await post(`/${await idOf('editor')}/role`, { role: 'king' })).status).toBe(400);
    expect((await post(`/${await idOf('editor')}/role`, {})).status).toBe(400);
  });

  it('ended sessions are gone at the next request; the person may sign in again', async () => {
    await post(`/${await idOf('editor')}/sessions`, {});
    expect((await ask(site, '/staff', { cookie: colleague.cookie })).status).toBe(303);
    expect((await signIn(site, colleague)).status).toBe(303);
    expect(actions()).toEqual(['staff.sessions_ended', 'staff.signed_in']);
  });

  it('a suspended account is out at once and cannot come in, told the same as with a wrong password', async () => {
    const id = await idOf('editor');
    await post(`/${id}/suspension`, { suspended: 'yes' });
    expect((await ask(site, '/staff', { cookie: colleague.cookie })).status).toBe(303);
    const refused = await signIn(site, colleague);
    expect([refused.status, (await refused.text()).includes('suspend')]).toEqual([401, false]);
    await post(`/${id}/suspension`, { suspended: 'no' });
    expect((await signIn(site, colleague)).status).toBe(303);
    expect(actions()).toEqual(['staff.suspended', 'staff.resumed', 'staff.signed_in']);
  });

  it('W11: new credentials are asked about once more, and asking changes nothing', async () => {
    const path = `/staff/accounts/${await idOf('editor')}/credentials`;
    const asked = await ask(site, path, { cookie: admin.cookie });
    const html = await asked.text();
    expect([asked.status, html.includes('Ne rien changer'), html.includes(`action="${path}"`)]).toEqual([
      ...[200, true, true],
    ]);
    expect((await ask(site, '/staff', { cookie: colleague.cookie })).status).toBe(200);
    expect(actions()).toEqual(['staff.looked']);
  });

  it('new credentials end the old ones, the sessions too', async () => {
    const answer = await post(`/${await idOf('editor')}/credentials`, {});
    expect(await answer.text()).toContain('Mot de passe');
    expect((await ask(site, '/staff', { cookie: colleague.cookie })).status).toBe(303);
    expect((await signIn(site, colleague)).status).toBe(401);
    expect(actions()).toEqual(['staff.reset', 'staff.looked']);
  });

  it('409: the last administrator stays one, and nobody suspends themselves', async () => {
    const id = await idOf('admin');
    const last = await post(`/${id}/role`, { role: 'viewer' });
    expect([last.status, (await last.text()).includes('dernier compte')]).toEqual([409, true]);
    expect((await post(`/${id}/suspension`, { suspended: 'yes' })).status).toBe(409);
    expect((await everyone()).filter(({ role }) => role === 'admin')).toHaveLength(1);
  });

  it('two administrators who remove each other at the same moment: one of them stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await member(site, 'admin', 'Cheick');
      const ids = (await everyone()).filter(({ role }) => role === 'admin').map(({ id }) => id);
      await Promise.all(
        ids.map((id) => site.parts.accounts.change(id, { role: 'editor' }).catch(() => undefined)),
      );
      const left = (await everyone()).filter(({ role }) => role === 'admin');
      expect(left).toHaveLength(1);
      await site.connection.collection('staff_accounts').deleteMany({ role: 'admin' });
      expect(other.cookie).not.toBe('');
      admin = await member(site, 'admin');
    }
  });

  it('T36: 404 for an account of another organisation, for every route, and nothing happens to it', async () => {
    const stranger = await member(site, 'admin', 'Fatou', 'mediateurs');
    const id = await idOf('admin', 'mediateurs');
    site.audited.length = 0;
    const before = await everyone('mediateurs');
    expect((await open(`/${id}`)).status).toBe(404);
    for (const [change, form] of [
      ['role', { role: 'viewer' }],
      ['sessions', {}],
      ['suspension', { suspended: 'yes' }],
      ['credentials', {}],
    ] as const)
      expect([change, (await post(`/${id}/${change}`, form)).status]).toEqual([change, 404]);
    expect(await everyone('mediateurs')).toEqual(before);
    expect((await ask(site, '/staff', { cookie: stranger.cookie })).status).toBe(200);
    expect(await (await open()).text()).not.toContain('Fatou');
    expect(actions()).toEqual(['staff.looked']);
  });

  it('T13: names are words', async () => {
    const page = await (await post('', { ...FORM, name: '<script>alert(1)</script>' })).text();
    expect(page).not.toContain('<script>alert');
    expect(await (await open()).text()).not.toContain('<script>alert');
  });

  it('503 when the audit cannot be written: then nothing was changed either', async () => {
    const id = await idOf('editor');
    const record = site.parts.audit.record.bind(site.parts.audit);
    site.parts.audit.record = () => Promise.reject(new Error('away'));
    expect((await post('', FORM)).status).toBe(500);
    expect((await post(`/${id}/role`, { role: 'admin' })).status).toBe(500);
    expect((await open()).status).toBe(500);
    expect((await signIn(site, colleague)).status).toBe(500);
    site.parts.audit.record = record;
    expect((await everyone()).map(({ role }) => role).sort()).toEqual(['admin', 'editor']);
  });
});
