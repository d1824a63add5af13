import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIO_TYPES } from '../../src/domain/media.ts';
import { matrixOf, ROLES } from '../../src/web/staff/index.ts';
import { ask } from '../staff/site.ts';
import { RECORDING, type UpdatesSite, updatesSite } from './updates-site.ts';

const READ = ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'];
const WRITE = ['admin', 'editor'];
const VERIFY = ['admin', 'verifier'];
const PUBLISH = ['admin', 'editor', 'verifier'];

describe('staff routes of updates', () => {
  let world: UpdatesSite;
  beforeAll(async () => {
    world = await updatesSite();
  }, 240_000);
  afterAll(() => world.close());

  it('T20: which role may open what, and no other route', () => {
    const table = matrixOf(world.updates.staffRoutes).map(({ route, roles }) => [
      route.replace('/staff/updates', ''),
      roles,
    ]);
    expect(Object.fromEntries(table)).toEqual({
      'GET ': READ,
      'GET /log': READ,
      'POST /log/check': READ,
      'GET /new': WRITE,
      'POST /new': WRITE,
      'GET /:id': READ,
      'GET /:id/share': READ,
      'GET /:id/edit': WRITE,
      'POST /:id/edit': WRITE,
      'POST /:id/submit': WRITE,
      'GET /:id/verify': VERIFY,
      'POST /:id/verify': VERIFY,
      'POST /:id/reject': VERIFY,
      'GET /:id/publish': PUBLISH,
      'POST /:id/publish': PUBLISH,
      'GET /:id/withdraw': PUBLISH,
      'POST /:id/withdraw': PUBLISH,
      'GET /:id/post': PUBLISH,
      'POST /:id/post': PUBLISH,
      'POST /:id/post/found': PUBLISH,
      'GET /:id/correct': WRITE,
      'POST /:id/correct': WRITE,
      'POST /:id/image': WRITE,
      'POST /:id/image/remove': WRITE,
      'POST /:id/audio/:lang': WRITE,
      'POST /:id/audio/:lang/remove': WRITE,
    });
    expect(ROLES.filter((role) => !READ.includes(role))).toEqual(['coordinator']);
  });

  it('T20: over HTTP a reader opens pages and is refused every change with 403', async () => {
    const id = await world.itemIn('draft');
    expect((await world.as('dado', `/updates/${id}`)).status).toBe(200);
    for (const path of [
      '/new',
      ...['edit', 'submit', 'verify', 'reject', 'publish', 'withdraw', 'post', 'post/found'].map(
        (what) => `/${id}/${what}`,
      ),
    ])
      expect([path, (await world.as('dado', `/updates${path}`, { form: {} })).status]).toEqual([path, 403]);
  });

  const upload = async (
    path: string,
    bytes: Buffer | undefined,
    rev: string,
    type: string = AUDIO_TYPES[0],
  ) => {
    const body = new FormData();
    body.set('rev', rev);
    if (bytes !== undefined) body.set('recording', new Blob([new Uint8Array(bytes)], { type }), 'voix.ogg');
    const { cookie } = world.members.awa;
    return fetch(`${world.site.url}/staff/updates/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: world.site.url, cookie },
      body,
    });
  };
  const audioOf = async (id: string) => {
    const stored = await world.site.connection
      .db!.collection<{ _id: string }>('updates')
      .findOne({ _id: id });
    return (stored as unknown as {
      state: string;
      content: { texts: Record<string, { audio: string }> };
    } | null)!;
  };

  it('U1: a recording is part of the content: added by a form, it voids a verification; and it can be taken away', async () => {
    const id = await world.itemIn('verified');
    const rev = await world.hidden('awa', `/updates/${id}`, 'rev');
    expect((await upload(`${id}/audio/fr`, RECORDING, rev)).status).toBe(303);
    const added = await audioOf(id);
    expect([added.state, added.content.texts['fr']!.audio]).toEqual(['draft', 'r'.repeat(22)]);
    expect((await world.as('awa', `/updates/${id}`)).body).toContain(`/media/${'r'.repeat(22)}`);
    const now = await world.hidden('awa', `/updates/${id}`, 'rev');
    const gone = await ask(world.site, `/staff/updates/${id}/audio/fr/remove`, {
      cookie: world.members.awa.cookie,
      form: { rev: now },
    });
    expect(gone.status).toBe(303);
    expect((await audioOf(id)).content.texts['fr']!.audio).toBe('');
  });

  it('what is no recording, no file, another language, an old revision or a published item is refused', async () => {
    const id = await world.itemIn('draft');
    const rev = await world.hidden('awa', `/updates/${id}`, 'rev');
    const refused: [string, Buffer | undefined, string, number][] = [
      [`${id}/audio/fr`, Buffer.from('<script>'), rev, 400],
      [`${id}/audio/fr`, undefined, rev, 400],
      [`${id}/audio/en`, RECORDING, rev, 404],
      [`${id}/audio/__proto__`, RECORDING, rev, 404],
      [`${id}/audio/fr`, RECORDING, '99', 409],
      [`inconnu/audio/fr`, RECORDING, rev, 404],
      [`${await world.itemIn('published')}/audio/fr`, RECORDING, '4', 409],
    ];
    for (const [path, bytes, revision, status] of refused)
      expect([path, (await upload(path, bytes, revision)).status]).toEqual([path, status]);
    expect((await upload(`${id}/audio/fr`, RECORDING, rev, 'text/html')).status).toBe(415);
    expect((await audioOf(id)).content.texts['fr']!.audio).toBe('');
  });
});
