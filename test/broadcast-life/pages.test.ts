import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matrixOf } from '../../src/web/staff/index.ts';
import { FORM, type LifeSite, lifeSite } from './life-site.ts';
import { countsOf } from './life-world.ts';

const READ = ['admin', 'editor', 'verifier', 'organiser', 'coordinator', 'analyst', 'viewer'];
const WRITE = ['admin', 'editor', 'organiser', 'coordinator'];
const APPROVE = ['admin', 'editor', 'verifier'];
const STOP = ['admin', 'editor', 'verifier', 'organiser', 'coordinator'];
const HOUR_MS = 3_600_000;
/** As the builder sends it. */
const GAO = { 'p.join': 'all', 'p-0.sur': 'region', 'p-0.v.gao': 'oui' };

describe('staff pages of broadcasts', () => {
  let world: LifeSite;
  let n = 0;
  const fresh = () => ({ texte_fr: `Texte ${String((n += 1))}.` });
  const stateOf = async (id: string) => (await world.broadcasts.find(id))?.state;
  beforeAll(async () => {
    world = await lifeSite();
  }, 240_000);
  afterAll(() => world.close());

  it('T20: which role may open what, and no other route', () => {
    const table = matrixOf(world.capability.staffRoutes).map(({ route, roles }) => [
      route.replace('/staff/broadcasts', ''),
      roles,
    ]);
    expect(Object.fromEntries(table)).toEqual({
      'GET ': READ,
      'GET /new': WRITE,
      'POST /new': WRITE,
      'GET /testers': STOP,
      'POST /testers/code': STOP,
      'POST /testers/leave': STOP,
      'POST /:id/try': STOP,
      'GET /:id': READ,
      'GET /:id/live': READ,
      'GET /:id/results': READ,
      'GET /:id/edit': WRITE,
      'POST /:id/edit': WRITE,
      'POST /:id/submit': WRITE,
      'GET /:id/launch': WRITE,
      'POST /:id/launch': WRITE,
      'GET /:id/approve': APPROVE,
      'POST /:id/approve': APPROVE,
      'POST /:id/reject': APPROVE,
      'GET /:id/cancel': STOP,
      'POST /:id/cancel': STOP,
      'POST /:id/pause': STOP,
      'POST /:id/resume': STOP,
    });
  });

  it('T20: a reader is refused every change with 403; another organisation finds nothing; a coordinator, what is theirs', async () => {
    const id = await world.begun('awa', fresh());
    for (const what of [
      'edit',
      'submit',
      'try',
      'launch',
      'approve',
      'reject',
      'cancel',
      'pause',
      'resume',
    ]) {
      expect([what, (await world.as('dado', `/broadcasts/${id}/${what}`, { form: {} })).status]).toEqual([
        what,
        403,
      ]);
      expect([what, (await world.as('eve', `/broadcasts/${id}/${what}`, { form: {} })).status]).toEqual([
        what,
        404,
      ]);
    }
    expect((await world.as('dado', `/broadcasts/${id}`)).status).toBe(200);
    expect((await world.as('eve', `/broadcasts/${id}`)).status).toBe(404);
    // It writes beyond the coordinator's regions.
    expect((await world.as('fanta', `/broadcasts/${id}`)).status).toBe(404);
    expect((await world.as('fanta', '/broadcasts')).body).not.toContain(id);
    const theirs = await world.begun('fanta', fresh());
    expect((await world.as('fanta', `/broadcasts/${theirs}`)).status).toBe(200);
    expect((await world.as('fanta', '/broadcasts')).body).toContain(theirs);
    expect((await world.as('awa', '/broadcasts?etat=draft')).body).toContain(theirs);
    expect((await world.as('awa', '/broadcasts?etat=approved')).body).toContain('Aucune diffusion');
  });

  it('B4: a small one is launched by one person, a large one by two; each step is recorded under a name', async () => {
    const id = await world.begun('awa', fresh());
    expect((await world.press('awa', id, 'launch')).status).toBe(303);
    expect(world.ordered.get(id)).toBe(world.site.parts.clock.now());
    expect(await stateOf(id)).toBe('approved');

    world.people.counts = countsOf(500);
    const large = await world.begun('awa', fresh());
    const page = await world.as('awa', `/broadcasts/${large}`);
    expect(page.body).toContain('Il faut une deuxième personne');
    expect(page.body).not.toContain(`${large}/launch`);
    expect((await world.press('awa', large, 'launch')).status).toBe(409);
    expect((await world.press('awa', large, 'submit')).status).toBe(303);
    expect((await world.press('awa', large, 'approve')).status).toBe(403);
    expect((await world.as('binta', '/broadcasts?etat=submitted')).body).toContain(large);
    expect((await world.press('binta', large, 'approve')).status).toBe(303);
    expect(await stateOf(large)).toBe('approved');
    const audited = world.site.audited.filter(({ subject }) => subject === `broadcast/${large}`);
    expect(audited.map(({ action }) => action)).toEqual([
      'broadcasts.begun',
      'broadcasts.submitted',
      'broadcasts.approved',
    ]);
    expect(await world.admit(large)).toEqual({ go: true, most: null });
    expect(await stateOf(large)).toBe('planning');
    world.people.counts = countsOf(60);
  });

  it('B4: what is edited after it was handed in is approved by nobody who read the former; who edited it approves it neither', async () => {
    const id = await world.begun('awa', { ...fresh(), urgence: 'oui' });
    await world.press('awa', id, 'submit');
    const seen = await world.hidden('binta', `/broadcasts/${id}/approve`, 'seen');
    const rev = await world.hidden('chaka', `/broadcasts/${id}/edit`, 'rev');
    const edit = { ...FORM, ...fresh(), urgence: 'oui', rev };
    expect((await world.as('chaka', `/broadcasts/${id}/edit`, { form: edit })).status).toBe(303);
    // The revision is spent: what is typed stays.
    const late = await world.as('awa', `/broadcasts/${id}/edit`, { form: { ...edit, texte_fr: 'Le mien.' } });
    expect([late.status, late.body.includes('Le mien.')]).toEqual([409, true]);
    await world.press('awa', id, 'submit');
    expect((await world.as('binta', `/broadcasts/${id}/approve`, { form: { seen } })).status).toBe(409);
    expect((await world.press('chaka', id, 'approve')).status).toBe(403);
    // Two approvals at once: one is made, the other told so.
    const now = await world.hidden('binta', `/broadcasts/${id}/approve`, 'seen');
    const both = await Promise.all(
      [0, 1].map(() => world.as('binta', `/broadcasts/${id}/approve`, { form: { seen: now } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await world.press('awa', id, 'cancel')).status).toBe(303);
    expect(await world.admit(id)).toEqual({ go: false });
  });

  it('B4: sending back asks for a reason, in words that fit', async () => {
    const id = await world.begun('awa', fresh());
    await world.press('awa', id, 'submit');
    expect((await world.press('binta', id, 'reject', { reason: '  ' })).status).toBe(400);
    expect((await world.press('binta', id, 'reject', { reason: 'x'.repeat(301) })).status).toBe(400);
    expect((await world.press('binta', id, 'reject', { reason: 'Trop long' })).status).toBe(303);
    expect((await world.as('awa', `/broadcasts/${id}`)).body).toContain('Trop long');
    expect(await stateOf(id)).toBe('draft');
  });

  it('B6: a second one that says the same within the hour asks first', async () => {
    const text = fresh();
    const launch = async (form: Record<string, string> = {}) => {
      const id = await world.begun('awa', { ...text, ...GAO });
      const seen = await world.hidden('awa', `/broadcasts/${id}/launch`, 'seen');
      return { id, answer: await world.as('awa', `/broadcasts/${id}/launch`, { form: { seen, ...form } }) };
    };
    expect((await launch()).answer.status).toBe(303);
    const asked = await launch();
    expect(asked.answer.status).toBe(409);
    expect(asked.answer.body).toContain('La lancer quand même');
    expect(await stateOf(asked.id)).toBe('draft');
    expect((await launch({ encore: 'oui' })).answer.status).toBe(303);
    await world.pass(HOUR_MS, 'awa', 'binta', 'chaka', 'dado');
    expect((await launch()).answer.status).toBe(303);
  });

  it('B6: of two that say the same and were launched in the same moment the first goes, the other asks', async () => {
    const text = fresh();
    const ids = [await world.begun('awa', text), await world.begun('awa', text)].sort();
    const seen = await Promise.all(ids.map((id) => world.hidden('awa', `/broadcasts/${id}/launch`, 'seen')));
    await world.as('awa', `/broadcasts/${ids[1]!}/launch`, { form: { seen: seen[1]! } });
    const { db } = world.site.connection;
    // As if both had been written at once.
    const to = { $set: { state: 'approved', due: world.site.parts.clock.now() } };
    await db!.collection<{ _id: string }>('broadcasts').updateOne({ _id: ids[0]! }, to);
    expect(await world.admit(ids[1]!)).toEqual({ go: false });
    expect((await world.as('awa', `/broadcasts/${ids[1]!}`)).body).toContain('dans la même heure');
  });

  it('B3: pausing, resuming and cancelling what is sent is recorded; what ended is refused with words', async () => {
    const id = await world.begun('awa', fresh());
    await world.press('awa', id, 'launch');
    await world.admit(id);
    await world.broadcasts.move(id, ['planning'], 'running');
    world.orders.length = 0;
    for (const what of ['pause', 'resume', 'cancel'])
      expect((await world.as('binta', `/broadcasts/${id}/${what}`, { form: {} })).status).toBe(303);
    expect(world.orders).toEqual(['pause', 'resume', 'cancel']);
    for (const what of ['pause', 'cancel'])
      expect((await world.as('binta', `/broadcasts/${id}/${what}`, { form: {} })).status).toBe(409);
    expect((await world.as('binta', `/broadcasts/${id}/cancel`)).status).toBe(409);
    expect((await world.as('awa', `/broadcasts/${id}`)).body).toContain('Plus rien ne part.');
  });

  it('B5, W5: an open page listens, and its mark differs once there is something new; without scripts it looks again', async () => {
    const id = await world.begun('awa', fresh());
    const markOf = async () =>
      /data-live="([^"]*)"/u.exec((await world.as('awa', `/broadcasts/${id}`)).body)?.[1] ?? '';
    const before = await markOf();
    expect(before).toMatch(new RegExp(`^/staff/broadcasts/${id}/live\\?seen=[0-9a-f]{32}$`, 'u'));
    expect(await markOf()).toBe(before);
    await world.press('awa', id, 'submit');
    expect(await markOf()).not.toBe(before);
    const all = world.site.connection.db!.collection<{ _id: string }>('broadcasts');
    await all.updateOne({ _id: id }, { $set: { state: 'running' } });
    expect((await world.as('awa', `/broadcasts/${id}`)).body).toMatch(
      /<noscript><meta http-equiv="refresh"/u,
    );
    // Whoever may not read it is not told that it moves either.
    expect((await world.as('eve', `/broadcasts/${id}/live`)).status).toBe(404);
    expect((await world.as('fanta', `/broadcasts/${id}/live`)).status).toBe(404);
  });

  it('B4: one that was stopped for want of a second person is approved on its page, which offers nothing that leads nowhere', async () => {
    const id = await world.begun('awa', fresh());
    // As planning leaves it, which finds more people than one person may write to.
    const admitted = { at: world.site.parts.clock.now(), recipients: 60, alone: true };
    const to = { $set: { state: 'stopped', why: 'needs_second', admitted } };
    await world.site.connection.db!.collection<{ _id: string }>('broadcasts').updateOne({ _id: id }, to);
    const { body } = await world.as('binta', `/broadcasts/${id}`);
    expect([body.includes(`${id}/approve`), body.includes(`${id}/resume`)]).toEqual([true, false]);
    expect((await world.as('binta', `/broadcasts/${id}/approve`)).body).not.toContain(`${id}/reject`);
    expect((await world.press('binta', id, 'approve')).status).toBe(303);
    expect(await stateOf(id)).toBe('planning');
    expect(await world.admit(id)).toEqual({ go: true, most: null });
  });

  it('B5: what became of it is told by languages, channels and places as people call them', async () => {
    const id = await world.begun('awa', fresh());
    expect((await world.as('awa', `/broadcasts/${id}/results`)).status).toBe(404);
    const done = { $set: { state: 'done' } };
    await world.site.connection.db!.collection<{ _id: string }>('broadcasts').updateOne({ _id: id }, done);
    const { body } = await world.as('awa', `/broadcasts/${id}/results`);
    const named = [...body.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gu)].map(([, words]) => words);
    expect(named).toEqual(['bambara', 'SMS', 'Gao']);
    expect(body).not.toContain('ne sont pas ou plus gardés');
    // Where nothing is kept any more there are no empty tables.
    world.people.counts = countsOf(0);
    const gone = (await world.as('awa', `/broadcasts/${id}/results`)).body;
    world.people.counts = countsOf(60);
    expect([gone.includes('ne sont pas ou plus gardés'), gone.includes('<table')]).toEqual([true, false]);
  });

  it('B1, B2, W5: before it leaves: who gets it, who not and why, whose language lacks a text, how long and how much', async () => {
    world.people.counts = countsOf(5000, {
      byLang: { fr: 4000, bm: 1000 },
      byChannel: { telegram: 4400, sms: 600 },
      excluded: { stopped: 40, gone: 3, no_consent: 0, window: 120, waits: 70 },
    });
    const id = await world.begun('awa', { texte_fr: 'x '.repeat(100) });
    const { body } = await world.as('awa', `/broadcasts/${id}`);
    const plain = body.replaceAll(/<[^>]*>/gu, '').replaceAll(/[\s\u202f\u00a0]+/gu, ' ');
    for (const words of [
      ...[
        '5 190 personnes',
        'Pas de texte en bambara : 1 000 personnes ne recevront rien.',
        '40 ont dit stop',
      ],
      ...['120 n’ont pas écrit sur WhatsApp', '70 la liront'],
      ...['environ 10 min', '14 400 FCFA', '2 SMS par personne'],
      // Channels by their names.
      'Telegram 4 400',
    ])
      expect(plain).toContain(words);
    // Three could be named.
    expect(plain).not.toContain('nous ont bloqués');
    world.people.counts = countsOf(4);
    const few = (await world.as('awa', `/broadcasts/${id}`)).body;
    expect(few).toContain('Moins de cinq personnes');
    // No heading over nothing.
    expect(few).not.toContain('Par canal');
    expect((await world.press('awa', id, 'launch')).status).toBe(409);
    world.people.counts = countsOf(60);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no name', { nom: ' ' }, 'À remplir.'],
    ['a name too long', { nom: 'n'.repeat(81) }, 'Trop long.'],
    ['481 characters', { texte_fr: 'é'.repeat(481) }, 'Trop long.'],
    ['a megabyte is refused whole', { texte_fr: 'x'.repeat(40_000) }, 'Trop long.'],
    ['thirteen lines', { texte_bm: 'a\n'.repeat(12) + 'a' }, 'Trop de lignes'],
    ['a placeholder', { texte_fr: 'Bonjour {{nom}}' }, 'accolades'],
    ['markup', { texte_fr: '<script>alert(1)</script>' }, 'accolades'],
    [
      'a link of somebody else’s',
      { texte_fr: 'Voir https://benkan.example.evil.org/a' },
      'nos propres pages',
    ],
    ['ours as somebody’s user name', { texte_fr: 'https://benkan.example@evil.org' }, 'nos propres pages'],
    ['a bare domain', { texte_fr: 'Allez sur bit.ly/3abc' }, 'nos propres pages'],
    ['another bot', { texte_fr: 'Écrivez à @benkan_bott' }, 'nos propres pages'],
    ['another scheme', { texte_fr: 'javascript:alert(1)' }, 'nos propres pages'],
    ['an urgency that is none', { urgence: '1' }, 'ne va pas'],
    ['a condition without a value', { 'p-0.sur': 'sex' }, 'Une condition est vide'],
    ['a saved audience that is none', { public: '$ne' }, 'n’existe pas'],
    ['yesterday', { quand: 'date', jour: '2026-11-01', heure: '10:00' }, 'est passé'],
    ['a day that is none', { quand: 'date', jour: '2027-02-29', heure: '10:00' }, 'n’existe pas'],
    ['an hour that is none', { quand: 'date', jour: '2027-01-01', heure: '24:00' }, 'n’existe pas'],
    ['in ten years', { quand: 'date', jour: '2036-01-01', heure: '10:00' }, 'plus d’un an'],
    ['every 0 days', { tous_les: '0', jusqu_au: '2027-01-01' }, 'Un nombre de jours'],
    ['every 1e3 days', { tous_les: '1e3', jusqu_au: '2027-01-01' }, 'Un nombre de jours'],
    ['for ever', { tous_les: '1' }, 'À remplir.'],
    ['two hundred times', { tous_les: '1', jusqu_au: '2027-10-01' }, 'Soixante répétitions'],
  ])(
    'B2, B3: the form refuses %s, with words beside the field, and keeps what was typed',
    async (_, wrong, words) => {
      const { status, body } = await world.as('awa', '/broadcasts/new', { form: { ...FORM, ...wrong } });
      expect(status).toBe(400);
      expect(body.slice(body.indexOf('<form'))).toContain(words);
      expect(body).toContain(
        FORM.texte_fr.slice(0, 5) === wrong['texte_fr']?.slice(0, 5) ? '<form' : 'value="',
      );
    },
  );

  it('T29: fields that are none of ours, operators and other people’s ids are refused', async () => {
    for (const extra of [
      { state: 'approved' },
      { author: 'x' },
      { alone: '1000000' },
      { $set: 'x' },
      { 'p-0.v.$ne': 'oui' },
      { 'p.sur.v': 'x' },
    ]) {
      const form = { ...FORM, ...(extra as Record<string, string>) };
      expect((await world.as('awa', '/broadcasts/new', { form })).status).toBe(400);
    }
    const id = await world.begun('awa', fresh());
    const { status } = await world.as('awa', `/broadcasts/${id}/launch`, {
      form: { seen: '', encore: 'oui' },
    });
    expect(status).toBe(409);
    for (const path of ['__proto__', '%00', '..%2F..', 'x'.repeat(500)])
      expect((await world.as('awa', `/broadcasts/${path}`)).status).toBe(404);
    expect((await world.as('awa', '/broadcasts?etat=__proto__&page=-1')).status).toBe(200);
    // Nothing was written yet.
    const empty = await world.begun('awa', { texte_fr: '' });
    expect((await world.press('awa', empty, 'submit')).status).toBe(409);
  });

  it('B2: our own pages may be linked to, and every way to send two letters is one', async () => {
    const id = await world.begun('awa', {
      texte_fr: 'Tout est sur https://benkan.example/updates. De\u0301tails\u202e\u0007 à 9 h 30.',
    });
    const found = await world.broadcasts.find(id);
    expect(found?.content['fr']?.text).toBe('Tout est sur https://benkan.example/updates. Détails à 9 h 30.');
    expect(found?.content['bm']).toBeUndefined();
  });

  it('B3: at a time of Bamako, and again every so many days until a day: what was approved is the whole series', async () => {
    const times = {
      quand: 'date',
      jour: '2026-11-28',
      heure: '09:30',
      tous_les: '7',
      jusqu_au: '2026-12-12',
    };
    const id = await world.begun('awa', { ...fresh(), ...times });
    expect((await world.as('awa', `/broadcasts/${id}`)).body).toContain('3 fois en tout');
    await world.press('awa', id, 'launch');
    const at = Date.UTC(2026, 10, 28, 9, 30);
    expect(world.ordered.get(id)).toBe(at);
    world.site.pass(at - world.site.parts.clock.now());
    const out: string[] = [];
    for (let due: [string, number] | undefined = [id, at]; due !== undefined; ) {
      world.site.pass(due[1] - world.site.parts.clock.now());
      expect((await world.admit(due[0])).go).toBe(true);
      // A crash after the next one was made and before this one began makes no other.
      out.push(new Date(due[1]).toISOString().slice(0, 16));
      due = [...world.ordered].find(([next, when]) => next.startsWith(`${id}-`) && when > due![1]);
    }
    expect(out).toEqual(['2026-11-28T09:30', '2026-12-05T09:30', '2026-12-12T09:30']);
    const [repetition] = [...world.ordered.keys()].filter((next) => next.startsWith(`${id}-`));
    await world.pass(1, 'awa');
    expect((await world.as('awa', `/broadcasts/${repetition!}`)).status).toBe(200);
  });
});
