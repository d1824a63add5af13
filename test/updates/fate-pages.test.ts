import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { CAUSES } from '../../src/capabilities/updates/model/causes.ts';
import { TIERS } from '../../src/capabilities/updates/model/tiers.ts';
import { createStaff } from '../../src/web/staff/index.ts';
import { ask, cookieFrom, signIn } from '../staff/site.ts';
import { buildContent } from './update-world.ts';
import { formOf, type UpdatesSite, updatesSite } from './updates-site.ts';

/** From noon back into the night. */
const SIX_HOURS_MS = 6 * 3_600_000;

describe('W4: what becomes of an item, on its pages', () => {
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

  const received = async (people: readonly string[], numero: string, version: number) => {
    const kind = world.updates.effects.find(({ name }) => name === 'updates.receipt')!;
    await kind.apply(
      people.map((person) => ({
        ...{ id: Buffer.from(person), rev: 1, params: { numero, version } },
        context: {
          person,
          conversation: `talk-of-${person}`,
          channel: 'web',
          address: '',
          lang: 'fr',
          day: '2026-11-21',
        },
      })),
    );
  };
  const page = async (path: string, who: 'awa' | 'binta' | 'dado' = 'awa') =>
    (await world.as(who, path)).body;

  it('B10: the share page has links to the item and how many came by them, few unsaid; nothing of a draft', async () => {
    const id = await world.itemIn('published');
    const empty = await page(`/updates/${id}/share`, 'dado');
    expect(empty).toContain('https://t.me/benkan_bot?start=lire-ML-2026-0001');
    expect(empty).toContain('https://wa.me/22370000000?text=lire%20ML-2026-0001');
    expect(empty).toContain('Personne n’est encore venu par ces liens.');
    const kind = world.updates.effects.find(({ name }) => name === 'updates.arrival')!;
    const come = (n: number, day: string) =>
      kind.apply([
        {
          ...{ id: Buffer.from(`${String(n)} ${day} of an arrival`), rev: 1 },
          params: { item: 'ML-2026-0001' },
          context: { person: 'p', conversation: 't', channel: 'telegram', address: '', lang: 'fr', day },
        },
      ]);
    for (let n = 0; n < 6; n += 1) await come(n, '2026-11-20');
    for (let n = 0; n < 4; n += 1) await come(n, '2026-11-21');
    const body = await page(`/updates/${id}/share`, 'dado');
    expect(body).toMatch(/21 nov\. 2026[\s\S]{0,80}masqué[\s\S]*20 nov\. 2026[\s\S]{0,80}>6</u);
    expect(body).toContain('Masqué : trop peu de venues ce jour-là.');
    const draft = await page(`/updates/${await world.itemIn('verified')}/share`);
    expect(draft).toContain('il n’y a rien à partager');
    expect(draft).not.toMatch(/t\.me|wa\.me/u);
  });

  it('U4: a correction is begun from the page of the item, with its reach said before and after', async () => {
    const id = await world.itemIn('published');
    await received(['p1', 'p2', 'p3'], 'ML-2026-0001', 1);
    expect(await page(`/updates/${id}/correct`)).toContain('3 personnes ont reçu la version 1');
    const corrected = await world.correctionOf(id);
    expect(await page(`/updates/${corrected}`)).toMatch(/Le savent : 0 sur 3/u);
    await world.runDue();
    expect(world.prompts.map(({ flow, id: prompt, params }) => [flow, prompt, params['version']])).toEqual(
      Array.from({ length: 3 }, () => ['nouvelle-corrigee', 'update-corrected:ML-2026-0001:2', 2]),
    );
    await received(['p1', 'p2'], 'ML-2026-0001', 2);
    for (const path of [corrected, id]) {
      const body = await page(`/updates/${path}`, 'dado');
      expect(body).toMatch(/Le savent : 2 sur 3 \(66\s%\)/u);
      expect(body).toMatch(
        /Envoyées<\/dt><dd>3[\s\S]*Peut-être perdues<\/dt><dd>0[\s\S]*Plus voulues<\/dt><dd>0/u,
      );
    }
    // Where a channel takes nothing first it waits, and is not among what was sent.
    world.waiting.set('update-corrected:ML-2026-0001:2', { waiting: 1, read: 1, dropped: 0 });
    const report = await page(`/updates/${corrected}`, 'dado');
    expect(report).toMatch(
      /Envoyées<\/dt><dd>1[\s\S]*Attendent que la personne écrive<\/dt><dd>1[\s\S]*Dites quand elle a écrit<\/dt><dd>1/u,
    );
    expect(report).toContain('à sa prochaine conversation');
    world.waiting.clear();
    await world.updates.inDoubt?.('update-corrected:ML-2026-0001:2', 'talk-of-p3');
    expect(await page(`/updates/${corrected}`)).toMatch(
      /Envoyées<\/dt><dd>2[\s\S]*Peut-être perdues<\/dt><dd>1/u,
    );
    // What is in doubt of the version that was replaced is counted there.
    await world.updates.inDoubt?.('update:ML-2026-0001:1', 'talk-of-p1');
    const sends = world.site.connection.db!.collection('update_sends');
    expect(await sends.findOne({ _id: `${id}:1` as never })).toMatchObject({ doubts: [expect.anything()] });
    const former = await page(`/updates/${id}`);
    expect(former).toContain('Corrigé<');
    expect(former).toContain(`/updates/${corrected}"`);
    expect((await world.as('awa', `/updates/${id}/correct`)).status).toBe(409);
  });

  it('W4: a verifier reads a correction against what is published, and an edit after the last approval', async () => {
    const id = await world.itemIn('published');
    const begun =
      /updates\/([^/?]+)/u.exec((await world.as('awa', `/updates/${id}/correct`, { form: {} })).to)?.[1] ??
      '';
    expect(await page(`/updates/${id}`)).toContain('Une correction est en cours');
    // What was wrong goes out with the correction: whoever writes it is told so, and how long it may be.
    expect(await page(`/updates/${begun}/edit`)).toMatch(/Au plus 160 caractères\. Ces mots partent avec/u);
    const edit = async (change: Record<string, string>) => {
      const rev = await world.hidden('awa', `/updates/${begun}/edit`, 'rev');
      const form = { ...formOf(buildContent()), rev, fr_reason: 'Le compte était faux.', ...change };
      return world.as('awa', `/updates/${begun}/edit`, { form });
    };
    const submit = async () =>
      world.as('awa', `/updates/${begun}/submit`, {
        form: { seen: await world.hidden('awa', `/updates/${begun}`, 'seen') },
      });
    await edit({ fr_reason: '' });
    expect(await page(`/updates/${begun}`)).toContain('Il manque ce qui était faux');
    await edit({ fr_first: 'Le texte compte 160 articles.' });
    await submit();
    const shown = await page(`/updates/${begun}/verify`, 'binta');
    expect(shown).toContain('Ce qui a changé depuis la dernière vérification');
    expect(shown).toMatch(
      /<del>Le texte compte 106 articles\.<\/del>[\s\S]*<ins>Le texte compte 160 articles\.<\/ins>/u,
    );
    const seen = await world.hidden('binta', `/updates/${begun}/verify`, 'seen');
    expect((await world.as('binta', `/updates/${begun}/verify`, { form: { seen } })).status).toBe(303);
    await edit({ fr_first: 'Le texte compte 161 articles.' });
    await submit();
    const again = await page(`/updates/${begun}/verify`, 'binta');
    expect(again).toMatch(
      /<del>Le texte compte 160 articles\.<\/del>[\s\S]*<ins>Le texte compte 161 articles\.<\/ins>/u,
    );
    // What only a correction has is no field of any other item.
    const other = await world.itemIn('draft');
    const rev = await world.hidden('awa', `/updates/${other}/edit`, 'rev');
    expect(
      (
        await world.as('awa', `/updates/${other}/edit`, {
          form: { ...formOf(buildContent()), rev, fr_reason: 'x' },
        })
      ).status,
    ).toBe(400);
  });

  it('U4, T21: a withdrawal says a cause of the list; a word of its own is refused by name', async () => {
    const id = await world.itemIn('published');
    await received(['p1', 'p2'], 'ML-2026-0001', 1);
    const form = await page(`/updates/${id}/withdraw`, 'binta');
    expect(form).toContain('2 personnes l’ont reçue');
    for (const cause of CAUSES) expect(form).toContain(`value="${cause}"`);
    const withdraw = (fields: Record<string, string>) =>
      world.as('binta', `/updates/${id}/withdraw`, { form: fields });
    for (const cause of ['', 'Achetez chez moi', '__proto__']) {
      const { status, body } = await withdraw({ reason: 'Source tombée', cause });
      expect([status, body.includes('Choisissez ce qu’on dira aux gens.')]).toEqual([400, true]);
      expect(body).toContain('Source tombée');
    }
    expect((await withdraw({ reason: 'Source tombée', cause: 'source_fell' })).status).toBe(303);
    await world.runDue();
    expect(world.prompts.map(({ flow, params }) => [flow, params])).toEqual(
      Array.from({ length: 2 }, () => ['nouvelle-retiree', { numero: 'ML-2026-0001', version: 1 }]),
    );
    expect(await page(`/updates/${id}`)).toMatch(/Qui avait reçu la nouvelle[\s\S]*Le savent : 0 sur 2/u);
  });

  it('U10: at night the page says that it goes out at seven, and does not look again every few seconds', async () => {
    const [one, two] = [await world.itemIn('published'), await world.itemIn('published')];
    const form = { reason: 'Erreur', cause: 'wrong' };
    await world.as('awa', `/updates/${two}/withdraw`, { form });
    const look = async (id: string) => {
      const answer = await ask(world.site, `/staff/updates/${id}`, { cookie: world.members.awa.cookie });
      const body = await answer.text();
      const says = ['commence dans quelques secondes', 'elle partira à 7 h', 'reçue commence à 7 h'];
      return [answer.headers.get('refresh'), ...says.map((words) => body.includes(words))];
    };
    expect([await look(one), await look(two)]).toEqual([
      ['5', true, false, false],
      ['5', true, false, false],
    ]);
    world.site.pass(-SIX_HOURS_MS);
    expect([await look(one), await look(two)]).toEqual([
      [null, false, true, false],
      [null, false, false, true],
    ]);
    world.site.pass(SIX_HOURS_MS);
  });

  it('the demonstration goes with all that was noted of it', async () => {
    const now = world.site.parts.clock.now();
    const deeds = world.updates.demo.deeds(now - 1000, now, 'benkan');
    for (const deed of deeds.slice(0, 2)) await deed.run();
    const numero = 'ML-2026-9001';
    await received(['p1'], numero, 1);
    const rating = world.updates.effects.find(({ name }) => name === 'updates.rating')!;
    const said = { item: numero, useful: true };
    const context = { person: 'p1', conversation: 'talk-of-p1', channel: 'web', address: '', lang: 'fr' };
    await rating.apply([
      { id: Buffer.from('x'), rev: 1, params: said, context: { ...context, day: '2026-11-21' } },
    ]);
    const left = () =>
      Promise.all(
        ['updates', 'update_receipts', 'update_ratings'].map((name) =>
          world.site.connection.db!.collection(name).countDocuments(),
        ),
      );
    expect(await left()).toEqual([2, 1, 1]);
    await world.updates.demo.sweep('demo');
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('U5: the place in the public log, key and signature stand on the page', async () => {
    const id = await world.itemIn('published');
    const body = await page(`/updates/${id}`, 'dado');
    expect(body).toMatch(/Place dans le journal[\s\S]*n° 1[\s\S]*Ed25519/u);
    expect(await page(`/updates/${await world.itemIn('verified')}`)).not.toContain('Place dans le journal');
  });

  it('T21: the account an author opened is refused before it reads, and by name when it verifies all the same', async () => {
    const { parts } = world.site;
    const accounts = await parts.accounts.ofOrg('benkan');
    const chaka = accounts.find(({ role }) => role === 'admin')!;
    const made = { email: 'sock@example.org', role: 'verifier', org: 'benkan', name: 'Sock' };
    const credentials = await createStaff(parts, made, { id: chaka.id, role: 'admin', org: 'benkan' });
    const cookie = cookieFrom(await signIn(world.site, { email: made.email, ...credentials })) ?? '';
    world.site.pass(30_000);
    const begun = await world.as('chaka', '/updates/new', { form: formOf(buildContent()) });
    const id = /updates\/([^/?]+)/u.exec(begun.to)?.[1] ?? '';
    const seen = await world.hidden('chaka', `/updates/${id}`, 'seen');
    await world.as('chaka', `/updates/${id}/submit`, { form: { seen } });
    for (const sent of [{}, { form: { seen } }]) {
      const answer = await world.as('binta', `/updates/${id}/verify`, { cookie, ...sent });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('des mêmes mains');
    }
    expect((await world.as('binta', `/updates/${id}/verify`, { form: { seen } })).status).toBe(303);
  });

  it('U1: a picture is part of the content: drawn anew without what its camera noted, and its file at its own address', async () => {
    const id = await world.itemIn('verified');
    const noted = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Artist: 'Somebody of Gao' }, IFD3: { GPSLatitude: '16/1 16/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(noted.includes('Somebody of Gao')).toBe(true);
    const put = async (bytes: Buffer | undefined, type = 'image/jpeg') => {
      const body = new FormData();
      body.set('rev', await world.hidden('awa', `/updates/${id}/edit`, 'rev'));
      if (bytes !== undefined) body.set('picture', new Blob([new Uint8Array(bytes)], { type }), 'IMG.jpg');
      const headers = { origin: world.site.url, cookie: world.members.awa.cookie };
      return fetch(`${world.site.url}/staff/updates/${id}/image`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body,
      });
    };
    for (const [bytes, status] of [
      [undefined, 400],
      [Buffer.from('<svg onload="x">'), 400],
      [noted.subarray(0, 200), 400],
    ] as const)
      expect((await put(bytes)).status).toBe(status);
    expect((await put(noted, 'image/svg+xml')).status).toBe(415);
    expect((await put(noted)).status).toBe(303);
    const body = await page(`/updates/${id}`);
    const [, address, picture = ''] = /src="(\/images\/([A-Za-z0-9_-]{22}))"/u.exec(body)!;
    expect(body).toContain('Brouillon');
    const route = world.updates.publicRoutes!.find(({ path }) => path === '/images/:id')!;
    const served = await route.serve({ params: { id: picture } } as never);
    if (served.kind !== 'body') throw new Error(`${String(address)} is not served.`);
    const read = await sharp(served.body as Buffer).metadata();
    expect([served.type, read.width, read.height, read.exif]).toEqual(['image/jpeg', 1080, 540, undefined]);
    for (const other of ['x', `${picture}x`, 'A'.repeat(22), '../../etc/passwd'])
      expect((await route.serve({ params: { id: other } } as never)).kind).toBe('nothing');
    const rev = await world.hidden('awa', `/updates/${id}/edit`, 'rev');
    const alt = { ...formOf(buildContent()), rev, fr_alt: 'Une place rouge', bm_alt: '' };
    expect((await world.as('awa', `/updates/${id}/edit`, { form: alt })).status).toBe(303);
    expect(await page(`/updates/${id}`)).toContain('alt="Une place rouge"');
    const now = await world.hidden('awa', `/updates/${id}/edit`, 'rev');
    expect((await world.as('awa', `/updates/${id}/image/remove`, { form: { rev: now } })).status).toBe(303);
    expect(await page(`/updates/${id}`)).not.toContain('/images/');
    // Whoever described it meanwhile loses none of their words.
    const late = await world.as('awa', `/updates/${id}/edit`, {
      form: { ...alt, rev: now, fr_title: 'Tard' },
    });
    expect([late.status, late.body.includes('Tard')]).toEqual([409, true]);
    const fresh = { form: { ...formOf(buildContent()), fr_alt: 'Une place rouge' } };
    expect((await world.as('awa', '/updates/new', fresh)).status).toBe(400);
  });

  it('U3: official and independent items never share a badge, and each has words of its own', async () => {
    const badges = new Map<string, string>();
    for (const tier of TIERS) {
      const body = await page(`/updates/${await world.itemIn('published', { tier })}`);
      const [, family = '', sign = '', words = ''] =
        /class="badge (badge-(?:official|independent|open|ended))"><span aria-hidden="true">(.*?) <\/span>(.*?)<\/span>/u.exec(
          body,
        )!;
      badges.set(tier, `${family} ${sign}`);
      expect(words.length).toBeGreaterThan(3);
    }
    const looks = (...tiers: string[]) => new Set(tiers.map((tier) => badges.get(tier)));
    const [official, independent] = [
      looks('official_text', 'official_statement'),
      looks('two_sources', 'field_confirmed'),
    ];
    expect([...official].filter((look) => independent.has(look))).toEqual([]);
    expect(
      [...looks('denied', 'to_confirm')].some((look) => official.has(look) || independent.has(look)),
    ).toBe(false);
  });
});
