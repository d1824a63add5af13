import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderPage } from '../../src/web/kit/index.ts';
import { buildForm, type EventsSite, eventsSite } from './events-site.ts';
import type { Who } from './volunteers-world.ts';

let desk: EventsSite;
beforeAll(async () => {
  desk = await eventsSite();
}, 240_000);
afterAll(() => desk.close());

const post = (path: string, form: Record<string, string> = {}) => desk.as('organiser', path, { form });
const open = async (form: Record<string, string> = {}): Promise<string> => {
  const id = await desk.create(form);
  expect((await post(`/events/${id}/open`)).to).toContain('flash=opened');
  return id;
};
const crowd = async (event: string, n: number): Promise<Who[]> => {
  const people: Who[] = [];
  for (let index = 0; index < n; index += 1) {
    const who = await desk.world.volunteer();
    await desk.world.signUp(event, who);
    people.push(who);
  }
  return people;
};

describe('W7: from a draft to a list', () => {
  it('W15: empty pages say what to do', async () => {
    const { body } = await desk.as('organiser', '/events');
    expect(body).toContain('Aucune activité à venir');
    expect(body).toContain('href="/staff/events/new"');
    expect((await desk.as('organiser', '/events?vue=past')).body).toContain('Aucune activité passée');
    expect((await desk.as('viewer', '/events/calendar?mois=2026-05')).body).toContain(
      'Aucune activité ce mois-ci',
    );
  });

  it('V3: a draft is created, and opens only once the authorisation is filled', async () => {
    const id = await desk.create({ auth_by: '', auth_day: '' });
    const draft = await desk.as('organiser', `/events/${id}`);
    expect(draft.body).toContain('à remplir avant l’ouverture');
    expect(draft.body).not.toContain(`/events/${id}/open`);
    expect((await post(`/events/${id}/open`)).to).toContain('flash=no_authorisation');
    expect((await desk.world.events.find(id))?.state).toBe('draft');
    const saved = await post(`/events/${id}/edit`, buildForm({ rev: '1' }));
    expect(saved.to).toContain('flash=saved');
    expect((await post(`/events/${id}/open`)).to).toContain('flash=opened');
    expect((await desk.as('viewer', '/events')).body).toContain(`href="/staff/events/${id}"`);
    // The authorisation of an open activity stays filled.
    const emptied = await post(`/events/${id}/edit`, buildForm({ rev: '3', auth_by: '', auth_day: '' }));
    expect([emptied.status, emptied.body.includes('l’autorisation reste remplie')]).toEqual([400, true]);
  });

  it('shows confirmed, waiting and cancelled, the list in order, and no name', async () => {
    const id = await open({ capacity: '2' });
    const people = await crowd(id, 4);
    await desk.world.cancel(id, people[0]!);
    const { body } = await desk.as('organiser', `/events/${id}`);
    expect(body).toMatch(/Confirmés<\/dt><dd>2 sur 2 places/u);
    expect(body).toMatch(/En attente<\/dt><dd>1</u);
    expect(body).toMatch(/Désistements<\/dt><dd>1</u);
    expect([...body.matchAll(/>(confirmé|attente)<\/span>/gu)].map(([, state]) => state)).toEqual([
      'confirmé',
      'confirmé',
      'attente',
    ]);
    expect(body).not.toContain('Kadi');
    expect(body).toContain('District de Bamako');
  });

  it('the month stands in the address; anything else is the current one', async () => {
    const id = await desk.create({ date: '2026-12-12', title_fr: 'Causerie de décembre' });
    expect((await desk.as('viewer', '/events/calendar?mois=2026-12')).body).toContain(`/events/${id}`);
    for (const month of ['2026-13', '__proto__', '1999-01', '2026-12-01', ''])
      expect((await desk.as('viewer', `/events/calendar?mois=${month}`)).body).toContain('novembre 2026');
  });

  it('cancelling is asked about first, tells those signed up, and is final', async () => {
    const id = await open();
    const [who] = (await crowd(id, 1)) as [Who];
    const asked = await desk.as('organiser', `/events/${id}/cancel`);
    expect(asked.body).toContain('1 personne inscrite en sera prévenue');
    await desk.world.dues();
    desk.world.prompts.length = 0;
    expect((await post(`/events/${id}/cancel`)).to).toContain('flash=cancelled');
    await desk.world.dues();
    expect(desk.world.prompts).toMatchObject([{ conversation: who.conversation, flow: 'activite-changee' }]);
    expect((await post(`/events/${id}/open`)).to).toContain('flash=not_allowed');
  });

  it('V8: a moved activity is told to all; a new title is not', async () => {
    const id = await open();
    const people = await crowd(id, 2);
    const rev = async () => String((await desk.world.events.find(id))!.rev);
    desk.world.prompts.length = 0;
    await post(`/events/${id}/edit`, buildForm({ rev: await rev(), title_fr: 'Grand match' }));
    await desk.world.dues();
    expect(desk.world.prompts).toEqual([]);
    const moved = await post(`/events/${id}/edit`, buildForm({ rev: await rev(), time: '17:00' }));
    expect(moved.to).toContain('flash=told');
    await desk.world.dues();
    expect(desk.world.prompts.map(({ conversation }) => conversation)).toEqual(
      people.map(({ conversation }) => conversation),
    );
  });

  it('T22: what is refused is not recorded as done', async () => {
    const id = await open();
    await post(`/events/${id}/cancel`);
    desk.site.audited.length = 0;
    await post(`/events/${id}/cancel`);
    await post(`/events/${id}/edit`, buildForm({ rev: '3' }));
    await post(`/events/${await desk.create({ auth_by: '', auth_day: '' })}/open`);
    const codes = await post('/guardians', { code: 'ABCD2345', guardian: 'mere', way: 'presence' });
    expect(codes.status).toBe(400);
    expect(desk.site.audited.map(({ action }) => action)).toEqual(['events.created']);
  });

  it('two organisers at once: the second is told, and loses nothing typed', async () => {
    const id = await desk.create();
    await post(`/events/${id}/edit`, buildForm({ rev: '1', title_fr: 'Premier' }));
    const second = await post(`/events/${id}/edit`, buildForm({ rev: '1', title_fr: 'Second & <b>' }));
    expect(second.status).toBe(409);
    expect(second.body).toContain('value="Second &amp; &lt;b>"');
    expect((await desk.world.events.find(id))?.title.fr).toBe('Premier');
  });

  it('V4: fewer places than are confirmed are refused beside the field', async () => {
    const id = await open({ capacity: '3' });
    await crowd(id, 3);
    const { status, body } = await post(`/events/${id}/edit`, buildForm({ rev: '2', capacity: '2' }));
    expect(status).toBe(400);
    expect(body).toMatch(/id="capacity-erreur">Plus de personnes que cela/u);
  });
});

describe('T20: a coordinator, for Bamako alone', () => {
  it('sees its activities and who comes there, and changes nothing', async () => {
    const id = await open({ region: 'bamako' });
    await crowd(id, 1);
    expect((await desk.as('coordinator', '/events')).body).toContain(`/events/${id}"`);
    const { status, body } = await desk.as('coordinator', `/events/${id}`);
    expect([status, body.includes(`/events/${id}/people/1`), body.includes(`/events/${id}/edit`)]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await desk.as('coordinator', `/events/${id}/list.csv`)).body).toContain('District de Bamako');
    const page = `/events/${id}/people/1`;
    expect((await desk.as('coordinator', page, { form: { reason: 'appel' } })).status).toBe(303);
    expect((await desk.as('coordinator', page)).body).toContain('Kadi');
    for (const path of [`/events/${id}/edit`, `/events/${id}/cancel`, '/events/new', '/guardians'])
      expect([path, (await desk.as('coordinator', path)).status]).toEqual([path, 403]);
  });

  it('another region is not there, and neither is what has none', async () => {
    for (const region of ['gao', '']) {
      const id = await open({ region });
      await crowd(id, 1);
      for (const path of ['/events', '/events?vue=past', '/events/calendar?mois=2026-11'])
        expect((await desk.as('coordinator', path)).body).not.toContain(id);
      for (const path of ['', '/list.csv', '/people/1'])
        expect([path, (await desk.as('coordinator', `/events/${id}${path}`)).status]).toEqual([path, 404]);
      const asked = await desk.as('coordinator', `/events/${id}/people/1`, { form: { reason: 'appel' } });
      expect(asked.status).toBe(404);
      expect((await desk.as('viewer', '/events')).body).toContain(id);
    }
  });

  it('a region that is none is refused beside the field', async () => {
    const { status, body } = await post('/events/new', buildForm({ region: 'gaoua' }));
    expect([status, body.includes('id="region-erreur"')]).toEqual([400, true]);
  });
});

describe('T23: a name for a reason', () => {
  it('is shown once a reason is chosen, and recorded as one look', async () => {
    const id = await open();
    await crowd(id, 1);
    const page = `/events/${id}/people/1`;
    expect((await desk.as('organiser', page)).body).not.toContain('Kadi');
    expect((await post(page, { reason: 'curiosité' })).status).toBe(400);
    desk.site.audited.length = 0;
    expect((await post(page, { reason: 'appel' })).to).toBe(`/staff${page}`);
    expect((await desk.as('organiser', page)).body).toContain('<p class="revealed">Kadi</p>');
    expect(desk.site.audited).toMatchObject([
      { action: 'staff.revealed', subject: `event/${id}/ticket/1`, detail: { reason: 'appel' } },
    ]);
    expect(JSON.stringify(desk.site.audited)).not.toContain('Kadi');
    // What one account uncovered stays masked for another.
    expect((await desk.as('admin', page)).body).not.toContain('Kadi');
  });

  it('T13: the list as a file is defused and holds no name', async () => {
    const id = await open({ title_fr: '=HYPERLINK("http://x")' });
    await crowd(id, 1);
    const { body } = await desk.as('organiser', `/events/${id}/list.csv`);
    expect(body.split('\r\n')[0]).toContain(`"'=HYPERLINK`);
    expect(body).toContain('1,confirmé,18–24 ans,District de Bamako');
    expect(body).not.toContain('Kadi');
  });

  it('T22: the exact place is read in the form alone, and the look is recorded', async () => {
    const id = await open();
    for (const who of ['organiser', 'viewer'] as const)
      expect((await desk.as(who, `/events/${id}`)).body).not.toContain('Terrain derrière');
    desk.site.audited.length = 0;
    expect((await desk.as('organiser', `/events/${id}/edit`)).body).toContain('Terrain derrière la mairie');
    expect(desk.site.audited).toMatchObject([{ action: 'staff.looked', subject: `page/events/${id}/edit` }]);
    const stored = await desk.world.db.collection('volunteer_events').find().toArray();
    expect(JSON.stringify(stored)).not.toContain('Terrain');
  });

  it('404: a ticket nobody has is no name', async () => {
    const id = await open();
    for (const ticket of ['0', '-1', '1e3', '__proto__', '99999999999'])
      expect((await post(`/events/${id}/people/${ticket}`, { reason: 'appel' })).status).toBe(404);
    await desk.as('admin', `/events/${id}/people/7`, { form: { reason: 'appel' } });
    expect((await desk.as('admin', `/events/${id}/people/7`)).body).toContain('Ce nom n’existe plus');
  });
});

describe('V1: a guardian’s consent', () => {
  it('is recorded by the code of the young person, once, without a name', async () => {
    const minor = await desk.world.volunteer('15-17');
    const { code } = (await desk.world.call('volunteers.me', {}, minor)) as { code: string };
    expect((await desk.as('organiser', '/guardians')).body).toContain('1 jeune attend un accord');
    const form = { guardian: 'mere', way: 'presence', code: code.toLowerCase() };
    expect((await post('/guardians', { ...form, code: 'AAAAAAAA' })).status).toBe(400);
    desk.site.audited.length = 0;
    expect((await post('/guardians', form)).to).toContain('flash=saved');
    expect(desk.site.audited).toMatchObject([
      { action: 'volunteers.consent_recorded', detail: { guardian: 'mere', way: 'presence' } },
    ]);
    const id = await open();
    expect(await desk.world.signUp(id, minor)).toMatchObject({ result: 'confirmed' });
  });

  it('400: lists and fields that are none of ours', async () => {
    const form = { guardian: 'mere', way: 'presence', code: 'AAAAAAAA' };
    for (const wrong of [{ guardian: '$ne' }, { way: 'constructor' }, { 'code[$ne]': 'x' }])
      expect((await post('/guardians', { ...form, ...wrong })).status).toBe(400);
  });
});

describe('T20: who may', () => {
  it('403: a viewer changes nothing and sees no list; a verifier sees nothing', async () => {
    const id = await open();
    await crowd(id, 1);
    const seen = await desk.as('viewer', `/events/${id}`);
    expect([
      seen.status,
      seen.body.includes(`/events/${id}/people/`),
      seen.body.includes('<form method="post" action="/staff/events'),
    ]).toEqual([200, false, false]);
    for (const path of [
      `/events/${id}/edit`,
      '/events/new',
      `/events/${id}/list.csv`,
      '/guardians',
      `/events/${id}/people/1`,
    ])
      expect((await desk.as('viewer', path)).status).toBe(403);
    for (const path of [`/events/${id}/open`, `/events/${id}/cancel`, `/events/${id}/people/1`])
      expect((await desk.as('viewer', path, { form: { reason: 'appel' } })).status).toBe(403);
    expect((await desk.as('verifier', '/events')).status).toBe(403);
  });

  it('404: another organisation’s activity, at every door', async () => {
    const id = await open();
    await crowd(id, 1);
    const gets = ['', '/edit', '/cancel', '/list.csv', '/people/1'];
    const posts = ['/edit', '/open', '/close', '/cancel', '/people/1'];
    for (const path of gets) expect((await desk.as('stranger', `/events/${id}${path}`)).status).toBe(404);
    for (const path of posts)
      expect(
        (await desk.as('stranger', `/events/${id}${path}`, { form: buildForm({ rev: '2' }) })).status,
      ).toBe(404);
    expect((await desk.as('stranger', '/events')).body).not.toContain(id);
    expect((await desk.as('stranger', '/events/calendar?mois=2026-11')).body).not.toContain(id);
    expect((await desk.world.events.find(id))?.state).toBe('open');
  });

  it.each(['__proto__', '%24ne', 'constructor', '..%2f..', 'e'.repeat(500)])(
    '404: no activity %s',
    async (id) => {
      expect((await desk.as('organiser', `/events/${id}`)).status).toBe(404);
    },
  );
});

describe('forms', () => {
  it.each([
    ['capacity', '-1', 'de 1 à 1000'],
    ['capacity', '0', 'de 1 à 1000'],
    ['capacity', '1e9', 'de 1 à 1000'],
    ['capacity', '1.5', 'de 1 à 1000'],
    ['capacity', '1001', 'de 1 à 1000'],
    ['capacity', '２０', 'de 1 à 1000'],
    ['capacity', '', 'À remplir'],
    ['date', '2027-02-31', 'Cette date n’existe pas'],
    ['date', '2027-02-29', 'Cette date n’existe pas'],
    ['date', '31/02/2027', 'Cette date n’existe pas'],
    ['date', '2026-11-20', 'déjà passé'],
    ['date', '2036-11-20', 'Au plus un an'],
    ['time', '25:00', 'Cette heure n’existe pas'],
    ['time', '16h', 'Cette heure n’existe pas'],
    ['kind', '$ne', 'Choisissez dans la liste'],
    ['kind', '__proto__', 'Choisissez dans la liste'],
    ['min_age', '14', 'Choisissez dans la liste'],
    ['title_fr', '', 'À remplir'],
    ['title_fr', '\u200B\u202E ', 'À remplir'],
    ['title_fr', 'x'.repeat(10_000), 'Trop long'],
    ['place', 'x'.repeat(61), 'Trop long'],
    ['auth_by', '', 'les deux vont ensemble'],
    ['auth_day', '2026-02-30', 'Cette date n’existe pas'],
  ])('400: %s %j is refused beside its field, and nothing typed is lost', async (field, value, said) => {
    const { status, body } = await post('/events/new', buildForm({ place: 'Commune IV', [field]: value }));
    expect(status).toBe(400);
    expect(body).toMatch(new RegExp(`id="${field}-erreur">[^<]*${said}`, 'u'));
    expect(body).toContain('L’activité n’est pas enregistrée');
    if (field !== 'exact') expect(body).toContain('value="Terrain derrière la mairie"');
  });

  it('400: operators and fields of no page of ours', async () => {
    for (const field of ['capacity[$gt]', '$where', 'org', 'state', 'line', 'constructor'])
      expect((await post('/events/new', buildForm({ [field]: '1' }))).status).toBe(400);
  });

  it('T13: words are shown as words', async () => {
    const id = await desk.create({ title_fr: '<script>alert(1)</script>', place: '"><img src=x>' });
    for (const path of ['/events', `/events/${id}`, `/events/${id}/edit`, '/events/calendar?mois=2026-11']) {
      const { body } = await desk.as('organiser', path);
      expect(body).not.toMatch(/<script>alert|<img src=x| style=| on[a-z]+="/u);
    }
  });
});

describe('W12, V10: what everybody may read of activities', () => {
  /** As somebody without an account. */
  const read = async (path: string, lang: 'fr' | 'bm' = 'fr'): Promise<string> => {
    const route = desk.world.capability.publicRoutes?.find((one) => one.path === path);
    const frame = { lang, nav: [], here: path, publicUrl: 'https://benkan.example' };
    const to = (one: string): string => one;
    const answer = await route!.serve({
      params: {},
      query: new URLSearchParams(),
      form: {},
      lang,
      to,
      frame,
    });
    if (answer.kind === 'page') return renderPage(answer.page);
    return answer.kind === 'body' ? String(answer.body) : '';
  };

  it('is an activity with its public place once it is open: no exact place, no people, no number', async () => {
    const id = await desk.create({
      title_fr: 'Match ouvert à tous',
      title_bm: '',
      exact: 'Derrière la mairie secrète',
    });
    desk.world.clock.advance(60_000);
    expect(await read('/calendar')).not.toContain('Match ouvert');
    await post(`/events/${id}/open`);
    desk.world.clock.advance(60_000);
    for (const path of ['/calendar', '/calendar.ics']) {
      const shown = (await read(path)).replaceAll('\r\n ', '');
      expect(shown).toContain('Match ouvert');
      expect(shown).not.toMatch(/mairie secrète|Mairie de|Nom-/u);
    }
    expect(await read('/calendar', 'bm')).toMatch(/<h2 lang="fr" dir="auto">Match ouvert/u);
  });

  it('says at once what was called off, and keeps saying it in the file', async () => {
    const id = await open({ title_fr: 'Course annulée' });
    await desk.world.become(id, 'cancelled');
    desk.world.clock.advance(60_000);
    expect(await read('/calendar')).toMatch(/Annulée<\/span><\/p><h2[^>]*>Course annulée/u);
    expect(await read('/calendar.ics')).toMatch(/STATUS:CANCELLED/u);
  });
});
