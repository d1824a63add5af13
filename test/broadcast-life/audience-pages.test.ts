import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { MEMBERS } from '../../src/capabilities/audiences/collections.ts';
import type { StoredMember } from '../../src/capabilities/audiences/members/stored-store.ts';
import type { Broadcast } from '../../src/capabilities/broadcasts/index.ts';
import { matrixOf } from '../../src/web/staff/index.ts';
import { type LifeSite, lifeSite, type Who } from './life-site.ts';

const READ = ['admin', 'editor', 'organiser', 'coordinator', 'verifier', 'analyst', 'viewer'];
const WRITE = ['admin', 'editor', 'organiser', 'coordinator'];
/** Women who live in Gao, as the builder's plain form says it. */
const WOMEN = {
  ...{ 'p.join': 'all', 'p-0.sur': 'region', 'p-0.sauf': '', 'p-0.v.gao': 'oui' },
  ...{ 'p-1.sur': 'sex', 'p-1.sauf': '', 'p-1.v.femme': 'oui' },
};

describe('staff pages of audiences', () => {
  let world: LifeSite;
  beforeAll(async () => {
    world = await lifeSite();
    await world.site.connection.db!.collection<StoredMember>(MEMBERS).insertMany(members());
    // Somebody who leads Gao.
    await world.site.connection
      .db!.collection('staff_accounts')
      .updateOne({ role: 'coordinator' }, { $set: { regions: ['gao'] } });
  }, 240_000);
  afterAll(() => world.close());

  const plain = (html: string): string =>
    html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/[\s\u202f\u00a0]+/gu, ' ');
  const seen = async (who: Who, path: string): Promise<string> => plain((await world.as(who, path)).body);
  const save = (who: Who, form: Record<string, string>): ReturnType<LifeSite['as']> =>
    world.as(who, '/audiences/new', { form });
  const idOf = async (name: string): Promise<string> => {
    const found = await world.site.connection.db!.collection('saved_audiences').findOne({ name });
    return String(found?._id ?? '');
  };

  it('T20: which role may open what', () => {
    const table = matrixOf(world.house.staffRoutes).map(({ route, roles }) => [
      route.replace('/staff/audiences', ''),
      [...roles].sort(),
    ]);
    const writes = [...WRITE].sort();
    expect(Object.fromEntries(table)).toEqual({
      ...{ 'GET ': [...READ].sort(), 'GET /new': writes, 'POST /new': writes },
      ...{ 'GET /:id/edit': writes, 'POST /:id/edit': writes, 'POST /:id/copy': writes },
      ...{ 'GET /:id/delete': writes, 'POST /:id/delete': writes },
    });
  });

  it('B1: without scripts: a condition is added, filled, counted and saved; the list says it in words and counts it', async () => {
    expect(await seen('awa', '/audiences')).toContain('Aucun public enregistré');
    const added = await save('awa', { nom: '', 'p.join': 'all', 'p.nouveau': 'region', faire: 'ajouter p' });
    expect(added.status).toBe(200);
    expect(added.body).toContain('name="p-0.v.gao"');
    const counted = await save('awa', { ...WOMEN, nom: 'x', faire: 'compter' });
    // 23 women of Gao, of whom three said stop.
    expect(plain(counted.body)).toContain('Joignables maintenant : environ 20');
    expect(plain(counted.body)).not.toContain('ont dit stop');
    const saved = await save('awa', { ...WOMEN, nom: ' Femmes  de Gao ' });
    expect([saved.status, saved.to]).toEqual([303, '/staff/audiences?flash=saved']);
    const list = await seen('dado', '/audiences');
    for (const words of ['Femmes de Gao', 'région : Gao et sexe : femmes', 'environ 20', 'Awa Diarra'])
      expect(list).toContain(words);
    expect((await world.as('dado', '/audiences')).body).not.toContain('/edit"');
    expect(world.site.audited.map(({ action }) => action)).toContain('audiences.saved');
    expect(await seen('eve', '/audiences')).not.toContain('Femmes de Gao');
  });

  it('B1: it is dynamic: who fits since is in it; fewer than five are told from nobody by nothing', async () => {
    const few = { ...WOMEN, 'p-2.sur': 'group', 'p-2.v.tisserandes': 'oui', faire: 'compter', nom: '' };
    const before = plain((await save('awa', few)).body);
    expect(before).toContain('Joignables maintenant : moins de 5');
    const joined = members()
      .slice(0, 4)
      .map(({ _id }) => _id);
    const all = world.site.connection.db!.collection<StoredMember>(MEMBERS);
    await all.updateMany({ _id: { $in: joined } }, { $set: { groups: ['tisserandes'] } });
    const four = plain((await save('awa', few)).body);
    expect(four.slice(four.indexOf('Joignables'))).toBe(before.slice(before.indexOf('Joignables')));
    // Nor is a group of four offered: that would say that it has somebody.
    expect((await save('awa', { 'p.nouveau': 'group', faire: 'ajouter p', nom: '' })).body).not.toContain(
      '.v.tisserandes',
    );
    const fifth = members()
      .slice(4, 9)
      .map(({ _id }) => _id);
    await all.updateMany({ _id: { $in: fifth } }, { $set: { groups: ['tisserandes'] } });
    expect(plain((await save('awa', few)).body)).toContain('Joignables maintenant : environ 10');
    expect((await save('awa', { 'p-0.sur': 'group', faire: 'compter', nom: '' })).body).toContain(
      '.v.tisserandes',
    );
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['no name', { nom: ' ' }, 400, 'Donnez-lui un nom.'],
    ['a name too long', { nom: 'n'.repeat(81) }, 400, 'Trop long'],
    ['a condition without a value', { 'p-2.sur': 'age' }, 400, 'Une condition est vide'],
    ['an empty group', { 'p-2.join': 'any' }, 400, 'Une condition est vide'],
    ['a field that is none of ours', { 'p-0.v.$where': 'oui' }, 400, ''],
    ['another field', { org: 'autre' }, 400, ''],
  ])('B1, T29: refuses %s, and keeps what was typed', async (_, wrong, status, words) => {
    const answer = await save('awa', { ...WOMEN, nom: 'Un nom', ...wrong });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
    if (words !== '') expect(answer.body).toContain('name="p-1.v.femme" value="oui" checked');
  });

  it('T20: a coordinator sees and counts their regions only, and names no other', async () => {
    // Everybody's is not a coordinator's.
    expect(await seen('fanta', '/audiences')).not.toContain('Femmes de Gao');
    const id = await idOf('Femmes de Gao');
    for (const path of ['edit', 'delete'])
      expect((await world.as('fanta', `/audiences/${id}/${path}`)).status).toBe(404);
    expect((await world.as('fanta', `/audiences/${id}/copy`, { form: {} })).status).toBe(404);
    const everybody = await save('fanta', { nom: 'Tout Gao', faire: 'compter' });
    expect(plain(everybody.body)).toContain('environ 40');
    expect(plain(everybody.body)).not.toContain('Kayes');
    const elsewhere = await save('fanta', { nom: 'Kayes', 'p-0.sur': 'region', 'p-0.v.kayes': 'oui' });
    expect([elsewhere.status, plain(elsewhere.body).includes('n’est pas une des vôtres')]).toEqual([
      400,
      true,
    ]);
    expect((await save('fanta', { nom: 'Tout Gao' })).status).toBe(303);
    const list = await seen('awa', '/audiences');
    expect(list).toContain('Tout Gao tout le monde Seulement dans : Gao');
    // Copied by somebody who sees all, it keeps its borders.
    const copied = await world.as('awa', `/audiences/${await idOf('Tout Gao')}/copy`, { form: {} });
    expect(copied.status).toBe(303);
    const copy = await world.site.connection
      .db!.collection('saved_audiences')
      .findOne({ name: 'Copie de Tout Gao' });
    expect(copy?.['scope']).toEqual({ regions: ['gao'] });
  });

  it('W5: a broadcast keeps its own copy: it says where it came from, when that has changed, and outlives it', async () => {
    const id = await idOf('Femmes de Gao');
    const form = { nom: 'Rencontre', texte_fr: 'Samedi à 9 h.', urgence: 'non', public: id };
    // Shown in the builder first, and nothing is kept.
    const taken = await world.as('awa', '/broadcasts/new', { form: { ...form, faire: 'prendre' } });
    expect([taken.status, taken.body.includes('name="p-1.v.femme" value="oui" checked')]).toEqual([
      200,
      true,
    ]);
    // Chosen and saved at once it is copied as well.
    const { to } = await world.as('awa', '/broadcasts/new', { form });
    const broadcast = /broadcasts\/([^/?]+)/u.exec(to)![1]!;
    const kept = async (): Promise<Broadcast | undefined> =>
      (await world.broadcasts.find(broadcast)) as Broadcast | undefined;
    expect(await kept()).toMatchObject({
      from: id,
      audience: {
        all: [
          { field: 'region', in: ['gao'] },
          { field: 'sex', in: ['femme'] },
        ],
      },
    });
    expect(await seen('awa', '/audiences')).toContain('Utilisé par Rencontre');
    const edit = `/broadcasts/${broadcast}/edit`;
    expect(await seen('awa', edit)).toContain('Copie du public « Femmes de Gao »');
    // A colleague changes the saved one.
    const rev = await world.hidden('chaka', `/audiences/${id}/edit`, 'rev');
    const men = { ...WOMEN, nom: 'Femmes de Gao', rev, 'p-1.sauf': 'oui' };
    expect((await world.as('chaka', `/audiences/${id}/edit`, { form: men })).status).toBe(303);
    expect(await seen('awa', edit)).toContain('« Femmes de Gao » a changé depuis');
    expect(await seen('awa', `/broadcasts/${broadcast}`)).toContain('« Femmes de Gao » a changé depuis');
    expect((await kept())?.audience).toMatchObject({ all: [{}, { field: 'sex' }] });
    // Late: what is typed stays, under the revision that is now there.
    const late = await world.as('awa', `/audiences/${id}/edit`, { form: { ...men, 'p-1.sauf': '' } });
    expect([late.status, late.body.includes('modifié entre-temps')]).toEqual([409, true]);
    // What is changed here is nobody's copy any more; the saved one stays as it is.
    const copie = await world.hidden('awa', edit, 'copie');
    const seenRev = await world.hidden('awa', edit, 'rev');
    const own = { ...form, ...WOMEN, copie, rev: seenRev, 'p-0.v.kayes': 'oui' };
    expect((await world.as('awa', edit, { form: own })).status).toBe(303);
    expect(await kept()).toMatchObject({ audience: { all: [{ in: ['gao', 'kayes'] }, {}] } });
    expect((await kept())?.from).toBeUndefined();
    // Taken again as it is now, and then it is deleted.
    const again = { ...form, rev: String((await kept())!.rev), copie: '' };
    expect((await world.as('awa', edit, { form: again })).status).toBe(303);
    expect((await kept())?.from).toBe(id);
    expect(await seen('awa', `/audiences/${id}/delete`)).toContain('gardent leur propre copie');
    const old = await world.as('awa', `/audiences/${id}/delete`, { form: { rev: '1' } });
    expect(old.status).toBe(409);
    const now = await world.hidden('awa', `/audiences/${id}/delete`, 'rev');
    expect((await world.as('awa', `/audiences/${id}/delete`, { form: { rev: now } })).status).toBe(303);
    expect(await seen('awa', edit)).toContain('Le public enregistré a été supprimé');
    expect((await kept())?.audience).toMatchObject({ all: [{ in: ['gao'] }, { not: { field: 'sex' } }] });
    expect((await world.as('awa', `/audiences/${id}/edit`)).status).toBe(404);
    expect(world.site.audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['audiences.changed', 'audiences.deleted']),
    );
  });
});

/** 44 people of Gao, half of them women, three of whom said stop; 12 of Kayes. */
function members(): StoredMember[] {
  return Array.from({ length: 56 }, (_, at) => {
    const id = Buffer.alloc(16, 3);
    id.writeUInt32BE(at, 0);
    const stopped = at >= 20 && at < 23;
    const region = at < 44 ? 'gao' : 'kayes';
    return {
      ...{
        _id: new mongo.Binary(id),
        lang: 'fr',
        channel: 'telegram',
        reach: new mongo.Binary(Buffer.alloc(60)),
      },
      ...{ via: new mongo.Binary(Buffer.alloc(8)), agreed: true, stopped, gone: false, writable: !stopped },
      ...{ active: '2026-11-20', day: '2026-11-20', talk: new mongo.Binary(Buffer.alloc(8)), rev: 1 },
      ...{ told: true, region, place: region, sex: at < 23 ? 'femme' : 'homme' },
    };
  });
}
