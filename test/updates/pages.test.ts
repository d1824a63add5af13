import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildContent } from './update-world.ts';
import { formOf, type UpdatesSite, updatesSite, type Who } from './updates-site.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("x")()}}',
  '=HYPERLINK("http://x")',
];

describe('staff pages of updates', () => {
  let world: UpdatesSite;
  beforeAll(async () => {
    world = await updatesSite();
  }, 240_000);
  beforeEach(async () => {
    const db = world.site.connection.db!;
    for (const { name } of world.updates.collections) await db.collection(name).deleteMany({});
    await world.updates.begin?.();
    world.prompts.length = 0;
  });
  afterAll(() => world.close());

  const move = async (who: Who, id: string, what: string, form: Record<string, string>) =>
    world.as(who, `/updates/${id}/${what}`, { form });

  it('W15: an empty list says what to do, to whoever can do it', async () => {
    const writer = (await world.as('awa', '/updates')).body;
    expect(writer).toContain('Écrivez la première');
    expect(writer).toContain('href="/staff/updates/new"');
    expect((await world.as('dado', '/updates')).body).not.toContain('/updates/new');
  });

  it('U2: written by one, verified by another, published: the whole way by the forms', async () => {
    await world.subscribe(['p1', 'p2', 'p3']);
    const id = await world.itemIn('submitted');
    const page = (await world.as('awa', `/updates/${id}`)).body;
    expect(page).toContain('par : administration ou vérification');
    const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
    expect((await move('binta', id, 'verify', { seen })).to).toContain('flash=verified');
    expect((await world.as('awa', `/updates/${id}/publish`)).body).toContain(
      '3 personnes abonnées la recevront',
    );
    expect((await move('awa', id, 'publish', { seen })).to).toContain('flash=published');
    const published = (await world.as('dado', `/updates/${id}`)).body;
    expect(published).toContain('ML-2026-0001');
    expect(published).toMatch(/<strong>Binta Diarra<\/strong> a vérifié/u);
    await world.runDue();
    expect(world.prompts.map(({ id: prompt, lane, flow }) => [prompt, lane, flow])).toEqual(
      Array.from({ length: 3 }, () => ['update:ML-2026-0001:1', 'broadcast', 'nouvelle-publiee']),
    );
    expect((await world.as('dado', `/updates/${id}`)).body).toMatch(/Terminé[\s\S]*Envoyées<\/dt><dd>3/u);
    expect((await world.as('dado', `/updates/${id}`)).body).not.toContain('Lues, dit');
    world.reached.set('update:ML-2026-0001:1', { delivered: 1, read: 2, failed: 4 });
    expect((await world.as('dado', `/updates/${id}`)).body).toMatch(
      /Arrivées, [^<]*<\/dt><dd>3[\s\S]*Lues, [^<]*<\/dt><dd>2[\s\S]*échouées<\/dt><dd>4/u,
    );
    expect(world.site.audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['updates.begun', 'updates.submitted', 'updates.verified', 'updates.published']),
    );
  });

  it('the publish page says who lacks their language', async () => {
    await world.subscribe(['p1'], 'bm');
    await world.subscribe(['p2'], 'fr');
    const id = await world.itemIn('verified');
    const { body } = await world.as('awa', `/updates/${id}/publish`);
    expect(body).toContain('2 personnes abonnées la recevront');
    expect(body).toContain('1 lit en bambara');
  });

  it('T21: approve-own is refused with 403 and says why', async () => {
    const id = await world.itemIn('draft');
    const rev = await world.hidden('chaka', `/updates/${id}/edit`, 'rev');
    await move('chaka', id, 'edit', { ...formOf(buildContent({ funding: 'Chaka' })), rev });
    await move('awa', id, 'submit', { seen: await world.hidden('awa', `/updates/${id}`, 'seen') });
    for (const path of ['verify', 'reject']) {
      const { status, body } = await move('chaka', id, path, {
        seen: 'x',
        ...(path === 'reject' && { reason: 'r' }),
      });
      expect([path, status]).toEqual([path, 403]);
      expect(body).toContain('vous avez écrit ou soumis ce texte');
    }
    expect((await world.as('chaka', `/updates/${id}/verify`)).status).toBe(403);
  });

  it('T21: what was edited after the verifier saw it is a 409 that says who and when', async () => {
    const id = await world.itemIn('submitted');
    const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
    const rev = await world.hidden('awa', `/updates/${id}/edit`, 'rev');
    await move('awa', id, 'edit', { ...formOf(buildContent({ funding: 'Autre' })), rev });
    await move('awa', id, 'submit', { seen: await world.hidden('awa', `/updates/${id}`, 'seen') });
    const { status, body } = await move('binta', id, 'verify', { seen });
    expect(status).toBe(409);
    expect(body).toContain('Le contenu a changé depuis que vous l’avez lu');
    expect(body).toContain('Awa Diarra a soumis à vérification');
    expect((await move('binta', id, 'verify', {})).status).toBe(409);
    const again = (await world.as('binta', `/updates/${id}/verify`)).body;
    expect(again).toMatch(/<del>Campagne de la paix<\/del>[\s\S]*<ins>Autre<\/ins>/u);
  });

  it('T21: of two approvals the second is told who was first', async () => {
    const id = await world.itemIn('submitted');
    world.site.audited.length = 0;
    const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
    const answers = await Promise.all([
      move('binta', id, 'verify', { seen }),
      move('chaka', id, 'verify', { seen }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatch(/(Binta|Chaka) Diarra a vérifié/u);
    // T22: a race that was lost after it was recorded is recorded as lost.
    const told = world.site.audited.map(({ action }) => action);
    const verified = told.filter((action) => action === 'updates.verified').length;
    expect(verified - told.filter((action) => action === 'updates.not_changed').length).toBe(1);
  });

  it('errors stand beside their fields with 400, and nothing typed is lost', async () => {
    const typed = {
      ...formOf(buildContent()),
      date: '2026-02-31',
      fr_title: 'x'.repeat(10_000),
      source_url: 'javascript:alert(1)',
      bm_first: 'Kuma\r\nfila',
    };
    const { status, body } = await world.as('awa', '/updates/new', { form: typed });
    expect(status).toBe(400);
    expect(body).toContain('x'.repeat(10_000));
    expect(body).toContain('Kuma\r\nfila');
    for (const name of ['date', 'fr_title', 'source_url'])
      expect(body).toMatch(new RegExp(`id="${name}-erreur"`, 'u'));
    expect(body).not.toContain('bm_first-erreur');
    expect(await world.site.connection.db!.collection('updates').countDocuments()).toBe(0);
  });

  it('a form filled from an older revision is a 409 that keeps what was typed', async () => {
    const id = await world.itemIn('draft');
    const rev = await world.hidden('awa', `/updates/${id}/edit`, 'rev');
    const edit = (funding: string) => move('awa', id, 'edit', { ...formOf(buildContent({ funding })), rev });
    expect((await edit('Une')).status).toBe(303);
    const { status, body } = await edit('Deux');
    expect(status).toBe(409);
    expect(body).toContain('value="Deux"');
    expect(body).toContain('a changé pendant que vous écriviez');
    for (const wrong of ['', '-1', '1e3', '99999999999'])
      expect((await move('awa', id, 'edit', { ...formOf(buildContent()), rev: wrong })).status).toBe(409);
  });

  it.each([
    [{ state: 'published' }, 400],
    [{ 'content[$gt]': '' }, 400],
    [{ authors: '' }, 400],
    [{ fr_audio: 'a' }, 400],
    [{ __proto__x: '1' }, 400],
  ])('T13: mass assignment and operators in forms are refused: %j', async (extra, status) => {
    const form = { ...formOf(buildContent()), ...extra };
    expect((await world.as('awa', '/updates/new', { form })).status).toBe(status);
    const id = await world.itemIn('submitted');
    const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
    expect((await move('binta', id, 'verify', { seen, ...extra })).status).toBe(400);
  });

  it('T13: scripts in every field are shown as words, on every page', async () => {
    for (const payload of PAYLOADS) {
      const texts = {
        fr: { title: payload, first: payload, second: payload, audio: '' },
        bm: buildContent().texts['bm']!,
      };
      const source = { title: payload, url: 'https://example.org/?q=%3Cscript%3E', sha256: '' };
      const id = await world.itemIn('submitted', { texts, source, funding: payload });
      const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
      const pages = ['', `/${id}`, `/${id}/edit`].map((path) => world.as('chaka', `/updates${path}`));
      for (const { status, body } of [
        ...(await Promise.all(pages)),
        await world.as('binta', `/updates/${id}/verify`),
      ]) {
        expect(status).toBe(200);
        expect(body).not.toMatch(/<script|<img| style=/u);
      }
      await move('binta', id, 'reject', { seen, reason: payload });
      expect((await world.as('awa', `/updates/${id}`)).body).not.toMatch(/<script|<img/u);
    }
  });

  it('a reason that is missing is a 400 on the same page, with what was typed', async () => {
    const id = await world.itemIn('submitted');
    const seen = await world.hidden('binta', `/updates/${id}/verify`, 'seen');
    for (const reason of ['', '  ', 'é'.repeat(301)]) {
      const { status, body } = await move('binta', id, 'reject', { seen, reason });
      expect(status).toBe(400);
      expect(body).toContain('Indiquez un motif');
      if (reason.length > 300) expect(body).toContain(reason);
    }
    const published = await world.itemIn('published');
    expect((await move('awa', published, 'withdraw', { reason: ' ', cause: 'wrong' })).status).toBe(400);
  });

  it('what is not whole cannot be handed in, and the page says what is missing in each language', async () => {
    const id = await world.itemIn('draft', { theme: '', source: { title: '', url: '', sha256: '' } });
    const { body } = await world.as('awa', `/updates/${id}`);
    for (const words of [
      'Il manque le thème.',
      'Il manque la source.',
      'En bambara, il manque : le titre, le premier paragraphe',
      'Qui lit en bambara recevra une autre langue',
    ])
      expect(body).toContain(words);
    expect((await move('awa', id, 'submit', {})).status).toBe(409);
  });

  it('404: ids of other organisations, unknown ones, and odd ones', async () => {
    const id = await world.itemIn('submitted');
    for (const path of [`/updates/${id}`, `/updates/${id}/edit`, `/updates/${id}/verify`])
      expect((await world.as('eve', path)).status).toBe(404);
    for (const [what, form] of [
      ['edit', { ...formOf(buildContent()), rev: '1' }],
      ['submit', { seen: 'x' }],
      ['verify', { seen: 'x' }],
      ['publish', { seen: 'x' }],
      ['withdraw', { reason: 'r' }],
    ] as const)
      expect([what, (await move('eve', id, what, form)).status]).toEqual([what, 404]);
    expect((await world.as('eve', '/updates')).body).not.toContain('La charte est remise');
    for (const odd of ['inconnu', '__proto__', '%24ne', '%00', '..%2F..'])
      expect([odd, (await world.as('awa', `/updates/${odd}`)).status]).toEqual([odd, 404]);
  });

  it('the list filters by the state in its address, and takes nothing else from it', async () => {
    await world.itemIn('draft', { funding: 'A' });
    await world.itemIn('submitted');
    const titles = async (query: string) =>
      ((await world.as('awa', `/updates${query}`)).body.match(/<h3>/gu) ?? []).length;
    expect(await titles('?etat=submitted')).toBe(1);
    expect(await titles('?etat=withdrawn')).toBe(0);
    for (const query of [
      '',
      '?etat=$ne',
      '?etat=__proto__',
      '?page=-1',
      '?page=1e9',
      '?limit=100000&sort=rev',
      '?page=99',
    ])
      expect([query, await titles(query)]).toEqual([query, 2]);
  });

  it('more than a page of items comes in pages', async () => {
    const updates = world.site.connection.db!.collection('updates');
    await world.itemIn('draft');
    const one = (await updates.findOne({}))!;
    const copies = Array.from({ length: 29 }, (_, n) => ({ ...one, _id: `copie-${String(n)}` as never }));
    await updates.insertMany(copies);
    const rows = async (page: string) =>
      ((await world.as('awa', `/updates?etat=draft&page=${page}`)).body.match(/<h3>/gu) ?? []).length;
    expect([await rows('1'), await rows('2'), await rows('7')]).toEqual([25, 5, 5]);
    expect((await world.as('awa', '/updates?etat=draft')).body).toContain(
      'href="/staff/updates?etat=draft&amp;page=2"',
    );

    // The file is all pages of it.
    const { body } = await world.as('awa', '/updates?etat=draft&page=2&format=csv');
    const drafts = (await world.as('awa', '/updates?etat=draft')).body;
    expect(drafts).toContain('href="/staff/updates?etat=draft&amp;format=csv"');
    const lines = body.trim().split('\r\n');
    expect(lines[0]).toContain('Titre,Étape');
    expect(lines).toHaveLength(31);
    expect(lines.slice(1).every((line) => line.includes(',Brouillon,'))).toBe(true);
  });

  it('U4: a published item shows no form to change it, and takes no change', async () => {
    const id = await world.itemIn('published');
    expect((await world.as('awa', `/updates/${id}/edit`)).status).toBe(409);
    const edited = await move('awa', id, 'edit', { ...formOf(buildContent()), rev: '4' });
    expect(edited.status).toBe(409);
    expect((await world.as('awa', `/updates/${id}`)).body).not.toContain('Ajouter');
  });
});
