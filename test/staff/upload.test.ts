import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffContext, StaffRoute } from '../../src/web/staff/index.ts';
import { MediaStore } from '../../src/store/media.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { ask, member, type Member, openSite, type Site } from './site.ts';

const MAX = 20_000;
const seen: Pick<StaffContext, 'form' | 'file'>[] = [];
const upload: StaffRoute = {
  method: 'post',
  path: '/voices',
  roles: ['editor', 'admin'],
  upload: { field: 'voice', maxBytes: MAX, types: ['audio/ogg', 'audio/mpeg'] },
  async act({ form, file }) {
    seen.push({ form, ...(file && { file }) });
    if (form['keep'] !== undefined && file !== undefined) await media.put(file.bytes, file.type);
    return { kind: 'json', status: 200, body: { name: file?.name } };
  },
};

let site: Site;
let editor: Member;
let viewer: Member;
let media: MediaStore;
beforeAll(async () => {
  site = await openSite([upload]);
  media = new MediaStore(site.connection, site.parts.clock, site.parts.chance);
  editor = await member(site, 'editor');
  viewer = await member(site, 'viewer');
});
afterAll(() => site.close());
beforeEach(() => {
  seen.length = 0;
});

const B = 'b0undary';
const part = (head: string, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--${B}\r\n${head}\r\n\r\n`), Buffer.from(body as string), Buffer.from('\r\n')]);
const field = (name: string, value: string): Buffer =>
  part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (bytes: Buffer | string, { name = 'v.ogg', type = 'audio/ogg', as = 'voice' } = {}): Buffer =>
  part(`Content-Disposition: form-data; name="${as}"; filename="${name}"\r\nContent-Type: ${type}`, bytes);
const END = `--${B}--\r\n`;

const post = (
  body: (Buffer | string)[],
  { by = editor, type = `multipart/form-data; boundary=${B}`, headers = {} } = {},
): Promise<Response> =>
  fetch(`${site.url}/staff/voices`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: site.url,
      cookie: by.cookie,
      'content-type': type,
      accept: 'application/json',
      ...headers,
    },
    body: Buffer.concat(body.map((each) => Buffer.from(each as string))),
  });
const refusedWith = async (answer: Response): Promise<[number, unknown]> => [
  answer.status,
  ((await answer.json()) as { code: string }).code,
];

describe('C8: a staff form with a file', () => {
  it('brings the bytes, the type, the name and the fields', async () => {
    const bytes = oggOpus({ seconds: 2 });
    const answer = await post([
      field('title', 'Ɲɛ\r\nb'),
      file(bytes, { name: 'kibaru ɛ.ogg' }),
      field('n', '1'),
      END,
    ]);
    expect(answer.status).toBe(200);
    expect(seen).toEqual([
      { form: { title: 'Ɲɛ\r\nb', n: '1' }, file: { bytes, type: 'audio/ogg', name: 'kibaru ɛ.ogg' } },
    ]);
  });

  it('as a browser sends it, of the largest size', async () => {
    const form = new FormData();
    form.set('title', 'x');
    form.set('voice', new File([new Uint8Array(MAX)], 'v.mp3', { type: 'audio/mpeg' }));
    const answer = await fetch(`${site.url}/staff/voices`, {
      method: 'POST',
      headers: { origin: site.url, cookie: editor.cookie },
      body: form,
    });
    expect(answer.status).toBe(200);
    expect(seen[0]?.file).toMatchObject({ type: 'audio/mpeg', name: 'v.mp3' });
    expect(seen[0]?.file?.bytes).toHaveLength(MAX);
  });

  it('without a file is a form without a file', async () => {
    const none = file('', { name: '', type: 'application/octet-stream' });
    expect((await post([field('title', 'x'), none, END])).status).toBe(200);
    expect((await post([field('title', 'x'), END])).status).toBe(200);
    expect(seen).toEqual([{ form: { title: 'x' } }, { form: { title: 'x' } }]);
  });

  it.each([
    ['../../etc/passwd.ogg', 'passwd.ogg'],
    ['C:\\\\temp\\\\v.ogg', 'v.ogg'],
    ['..', ''],
    ['a%0D%0AX: y.ogg', 'a%0D%0AX: y.ogg'],
    ['a\u0000\u202eb.ogg', 'ab.ogg'],
    [`${'x'.repeat(300)}.ogg`, 'x'.repeat(100)],
  ])('a file name is only words: %j', async (name, shown) => {
    expect((await post([file('x', { name }), END])).status).toBe(200);
    expect(seen[0]?.file?.name).toBe(shown);
  });

  it.each([
    ['audio/opus', 'v', 'audio/ogg'],
    ['audio/ogg; codecs=opus', 'v', 'audio/ogg'],
    ['application/octet-stream', 'v.OPUS', 'audio/ogg'],
    ['application/octet-stream', 'v.mp3', 'audio/mpeg'],
  ])('a file that is called %s, %s', async (type, name, known) => {
    expect((await post([file('x', { type, name }), END])).status).toBe(200);
    expect(seen[0]?.file?.type).toBe(known);
  });
});

describe('C8, T20: what is refused, and reaches no route', () => {
  const twice = [field('a', '1'), field('a', '2'), END];
  it.each<[name: string, body: () => (Buffer | string)[], status: number, code: string]>([
    ['two files', () => [file('x'), file('y'), END], 400, 'field_twice'],
    ['a file in another field', () => [file('x', { as: 'other' }), END], 400, 'bad_request'],
    ['a word in the file’s field', () => [field('voice', 'x'), END], 415, 'file_type'],
    ['a field twice', () => twice, 400, 'field_twice'],
    ['a field without a name', () => [part('Content-Disposition: form-data', 'x'), END], 400, 'bad_request'],
    ['a file too large by a byte', () => [file(Buffer.alloc(MAX + 1)), END], 413, 'file_too_large'],
    ['a file of 10 MB', () => [file(Buffer.alloc(10_000_000)), END], 413, 'file_too_large'],
    ['another type', () => [file('x', { type: 'text/html', name: 'v.ogg' }), END], 415, 'file_type'],
    [
      'bytes under a name that says nothing',
      () => [file('x', { type: 'application/octet-stream', name: 'v' }), END],
      415,
      'file_type',
    ],
    ['65 kB in one field', () => [field('a', 'x'.repeat(65_537)), END], 413, 'too_large'],
    [
      '65 kB in two fields',
      () => [field('a', 'x'.repeat(40_000)), field('b', 'x'.repeat(30_000)), END],
      413,
      'too_large',
    ],
    [
      '501 fields',
      () => [...Array.from({ length: 501 }, (_, n) => field(`f${n}`, '')), END],
      413,
      'too_large',
    ],
    [
      '100,000 parts',
      () => [Buffer.concat(Array<Buffer>(100_000).fill(part('X: y', ''))), END],
      413,
      'file_too_large',
    ],
    [
      '1,000 parts',
      () => [Buffer.concat(Array<Buffer>(1_000).fill(part('X: y', ''))), END],
      413,
      'too_large',
    ],
    ['a body cut in the file', () => [file('x').subarray(0, -3)], 400, 'file_cut'],
    ['a body cut in a header', () => [`--${B}\r\nContent-Disp`], 400, 'file_cut'],
    ['no part at all', () => ['x'], 400, 'file_cut'],
    ['an empty body', () => [], 400, 'file_cut'],
  ])('%s', async (_name, body, status, code) => {
    expect(await refusedWith(await post(body()))).toEqual([status, code]);
    expect(seen).toEqual([]);
  });

  it('a header without a boundary, another kind of form, a packed body', async () => {
    const body = [file('x'), END];
    expect(await refusedWith(await post(body, { type: 'multipart/form-data' }))).toEqual([
      400,
      'bad_request',
    ]);
    expect(await refusedWith(await post(['a=b'], { type: 'application/x-www-form-urlencoded' }))).toEqual([
      415,
      'form_expected',
    ]);
    const headers = { 'content-encoding': 'gzip' };
    expect(await refusedWith(await post(body, { headers }))).toEqual([415, 'form_expected']);
  });

  it('a file name with a line break in it is no header of ours', async () => {
    const answer = await post([file('x', { name: 'a\r\nSet-Cookie: x=y.ogg' }), END]);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(seen[0]?.file?.name).toMatch(/^a/);
    expect(seen[0]?.file?.name).not.toMatch(/[\r\n]/);
  });

  it('names of fields that mean something to JavaScript are names', async () => {
    expect((await post([field('__proto__', 'x'), field('constructor', 'y'), END])).status).toBe(200);
    expect(Object.entries(seen[0]?.form ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('401, 403: nobody’s file is read before the person and the role are known', async () => {
    const body = [file(Buffer.alloc(10_000_000)), END];
    expect((await post(body, { by: { ...editor, cookie: '' } })).status).toBe(401);
    expect((await post(body, { by: viewer })).status).toBe(403);
    expect((await post(body, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
  });

  it('a form with a file is no form where none is expected', async () => {
    const answer = await ask(site, '/staff/sign-in', {
      form: `--${B}\r\n`,
      headers: { 'content-type': `multipart/form-data; boundary=${B}` },
    });
    expect(answer.status).toBe(415);
  });

  it('a line that breaks in the middle leaves nothing behind', async () => {
    const { port } = new URL(site.url);
    const request = http.request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/staff/voices',
      headers: {
        host: `localhost:${port}`,
        origin: site.url,
        cookie: editor.cookie,
        'content-type': `multipart/form-data; boundary=${B}`,
        'content-length': 5000,
      },
    });
    request.on('error', () => undefined);
    request.write(file('x').subarray(0, 100));
    await new Promise((resolve) => setTimeout(resolve, 100));
    request.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen).toEqual([]);
    expect(site.failures).toEqual([]);
    expect((await post([file('x'), END])).status).toBe(200);
  });

  it('what the store refuses is a page with words', async () => {
    const html = { accept: 'text/html' };
    const answer = await post([field('keep', '1'), file('<html>'), END], { headers: html });
    expect(answer.status).toBe(415);
    expect(await answer.text()).toContain('n’est pas ce que dit son nom');
    const large = await post([file(Buffer.alloc(MAX + 1)), END], { headers: html });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('trop lourd');
  });
});
