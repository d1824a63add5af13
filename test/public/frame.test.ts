import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { h, type VNode } from 'preact';
import { refusal, unavailable } from '../../src/domain/faults.ts';
import { sendStreamed } from '../../src/web/kit/index.ts';
import {
  type PublicContext,
  PublicPage,
  type PublicRoute,
  publicRouter,
} from '../../src/web/public/index.ts';
import { until } from '../channels/until.ts';
import { type PublicSite, publicSite } from './public-site.ts';

const said = (ctx: PublicContext, title: string): VNode => h(PublicPage, { ...ctx.frame, title }) as VNode;
const page = (path: string, serve: PublicRoute['serve']): PublicRoute => ({ method: 'get', path, serve });
const throwing = (path: string, cause: Error): PublicRoute => page(path, () => Promise.reject(cause));

/** How the parts of a streamed file fare: begun, and ended one way or another. */
const streams = { begun: 0, ended: 0 };
async function* parts(of: Iterable<string>): AsyncGenerator<string> {
  streams.begun += 1;
  try {
    yield* of;
  } finally {
    streams.ended += 1;
  }
}
function* endless(): Generator<string> {
  for (;;) yield 'encore une ligne '.repeat(1000);
}
function* failing(): Generator<string> {
  for (let n = 0; n < 50; n += 1) yield 'encore une ligne '.repeat(1000);
  throw new Error('the database is gone');
}
const streamed = (path: string, of: () => Iterable<string>): PublicRoute =>
  page(path, async () => ({
    ...{ kind: 'streamed', type: 'text/plain', parts: parts(of()), tag: 'abc', maxAge: 9, download: 'a.txt' },
  }));

const ROUTES: PublicRoute[] = [
  streamed('/long', () => ['abc\n', 'é\n'.repeat(5000)]),
  streamed('/endless', endless),
  streamed('/failing', failing),
  page('/said', async (ctx) => ({
    ...{ kind: 'page', status: 200 },
    page: said(ctx, ctx.query.get('words') ?? 'Rien'),
  })),
  {
    ...{ method: 'post', path: '/said' },
    serve: async (ctx) => ({ kind: 'page', status: 200, page: said(ctx, ctx.form['words'] ?? '') }),
  },
  page('/file', async () => ({
    kind: 'body',
    type: 'text/plain',
    body: 'abc',
    maxAge: 9,
    download: 'a.txt',
  })),
  page('/away', async () => ({ kind: 'see_other', to: '//evil.example' })),
  page('/near', async (ctx) => ({ kind: 'see_other', to: ctx.to('/said#a') })),
  page('/none', async () => ({ kind: 'nothing' })),
  throwing('/broken', new Error('secret words')),
  throwing('/down', unavailable('store_unavailable', 'No database.')),
  throwing('/wrong', refusal('bad_words', 'Those words are wrong.')),
  throwing('/often', refusal('reveal_enough', 'Too often.')),
  page('/thing/:id', async (ctx) => ({ kind: 'page', status: 200, page: said(ctx, ctx.params['id'] ?? '') })),
];

describe('W12: the frame of public pages', () => {
  let site: PublicSite;
  beforeAll(async () => {
    site = await publicSite({ more: ROUTES });
  });
  afterAll(() => site.close());
  const html = { headers: { accept: 'text/html' } };

  it('answers without a cookie, with a policy that runs one script of ours and nothing inline, and may be kept a minute', async () => {
    const answer = await site.ask('/said?words=Bonjour');
    const { headers } = answer;
    expect(answer.status).toBe(200);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
    for (const part of ["script-src 'self'", "worker-src 'self'", "connect-src 'self'"])
      expect(policy.split(';')).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('vary')).toContain('Accept-Encoding');
    const ours = /<script src="\/assets\/last-seen\.[\w-]+\.js" defer><\/script>/gu;
    expect((await answer.text()).replace(ours, '')).not.toMatch(/<script|<[^>]*\s(?:on\w+|style)=/);
  });

  it('sends a page that somebody has already as 304 without a body, and another page anew', async () => {
    const tag = (await site.ask('/said')).headers.get('etag') ?? '';
    // Without the second header fetch asks every cache on the way to look again.
    const known = { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } };
    const again = await site.ask('/said', known);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await site.ask('/said?words=Autre', known)).status).toBe(200);
    const head = await site.ask('/said', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
  });

  it('T13: shows words as words, in the title and in the head', async () => {
    const words = '</title><script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const shown = await site.page(`/said?words=${encodeURIComponent(words)}`);
    expect(shown).not.toMatch(/<script>|<img/);
    expect(shown).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it('speaks French, and Bambara where the address says so, and links keep it', async () => {
    const french = await site.page('/said?words=a&lang=xx');
    expect(french).toContain('<html lang="fr">');
    const bambara = await site.page('/said?words=a&lang=bm');
    expect(bambara).toContain('<html lang="bm">');
    expect(bambara).toContain('href="/updates?lang=bm"');
    // What has no attested Bambara is French, and says so.
    expect(bambara).toMatch(/<a class="skip"[^>]* lang="fr"/);
    expect(bambara).toContain('href="/said?words=a" hreflang="fr"');
    expect(french).toContain('href="/said?words=a&amp;lang=bm" hreflang="bm"');
    expect((await site.ask('/near?lang=bm')).headers.get('location')).toBe('/said?lang=bm#a');
  });

  it('takes a form, and offers no other language beside what was typed', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ words: 'tapé' }) };
    const answer = await site.ask('/said', form);
    const shown = await answer.text();
    expect(shown).toContain('tapé');
    expect(shown).not.toContain('hreflang');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('sends a file under its name', async () => {
    const { headers } = await site.ask('/file');
    expect(headers.get('content-disposition')).toBe('attachment; filename=a.txt');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(headers.get('cache-control')).toBe('public, max-age=9');
  });

  it.each([
    [404, '/none', html],
    [405, '/none', { ...html, method: 'DELETE' }],
    [405, '/file', { ...html, method: 'POST' }],
    [400, '/thing/%ff', html],
    [400, '/wrong', html],
    [429, '/often', html],
    [503, '/down', html],
    [500, '/broken', html],
    [500, '/away', html],
    [
      400,
      '/said',
      {
        ...html,
        method: 'POST',
        body: new URLSearchParams([
          ['a', '1'],
          ['a', '2'],
        ]),
      },
    ],
    [413, '/said', { ...html, method: 'POST', body: new URLSearchParams({ a: 'x'.repeat(70_000) }) }],
    [415, '/said', { ...html, method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
  ])('refuses with %i: %s', async (status, path, init) => {
    const answer = await site.ask(path, init);
    const shown = await answer.text();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(shown).toMatch(/<h1/);
    expect(shown).not.toContain('secret');
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('says to programs what it says to people, and logs what is ours under an id', async () => {
    site.failed.length = 0;
    const answer = await site.ask('/broken', { headers: { accept: 'application/json' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 500, code: 'bug' });
    expect(site.failed).toEqual([{ id: 'xxxxxx', code: 'bug' }]);
  });

  it('leaves everything else to whoever stands behind it', async () => {
    for (const path of ['/', '/staff/sign-in', '/saidx', '/SAID'])
      expect([path, await site.page(path)]).toEqual([path, 'elsewhere']);
  });

  it.each([
    ['/', {}],
    ['/staff/x', {}],
    ['/api', {}],
    ['/with space', {}],
    ['no-slash', {}],
    ['/a/:Id', {}],
    ['/a/:id', { nav: { fr: 'A', bm: 'A', order: 1 } }],
  ])('does not start with a route at %s', (path, more) => {
    const route = { ...page(path, async () => ({ kind: 'nothing' })), ...more };
    const parts = { publicUrl: 'https://a.example', chance: {} as never, log: { failed: () => undefined } };
    expect(() => publicRouter({ ...parts, routes: [route] })).toThrow(path);
    const fine = page('/a/:one', async () => ({ kind: 'nothing' }));
    expect(() => publicRouter({ ...parts, routes: [fine, { ...fine, path: '/a/:two' }] })).toThrow('twice');
  });
});

describe('U5, W12: a file too long to be held', () => {
  let site: PublicSite;
  beforeAll(async () => {
    site = await publicSite({ more: ROUTES });
  });
  afterAll(() => site.close());

  it.each(['gzip', 'identity'])('comes whole, as it is made (%s)', async (encoding) => {
    const answer = await site.ask('/long', { headers: { 'accept-encoding': encoding } });
    const { headers } = answer;
    expect(headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect(headers.get('content-disposition')).toContain('a.txt');
    expect(headers.get('cache-control')).toBe('public, max-age=9');
    expect(headers.get('vary')).toContain('Accept-Encoding');
    expect(headers.get('content-length')).toBeNull();
    expect(await answer.text()).toBe(`abc\n${'é\n'.repeat(5000)}`);
  });

  it('is not made for whoever has it already, nor for its headers alone', async () => {
    const { begun } = streams;
    const head = await site.ask('/long', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      ...[200, 'text/plain; charset=utf-8', ''],
    ]);
    const tag = head.headers.get('etag') ?? '';
    expect(
      (await site.ask('/long', { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })).status,
    ).toBe(304);
    expect(streams.begun).toBe(begun);
    await (await site.ask('/long', { headers: { 'if-none-match': 'W/"another"' } })).text();
    expect(streams.begun).toBe(begun + 1);
  });

  it('a reader that goes away stops it, and nobody is told', async () => {
    const { ended } = streams;
    const gone = new AbortController();
    const answer = await site.ask('/endless', { signal: gone.signal });
    await answer.body?.getReader().read();
    gone.abort();
    await until(() => streams.ended === ended + 1);
    expect(site.failed).toEqual([]);
  });

  it.each(['gzip', 'identity'])(
    'what fails in the middle never looks whole, and is reported (%s)',
    async (encoding) => {
      const before = site.failed.length;
      const answer = await site.ask('/failing', { headers: { 'accept-encoding': encoding } });
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow();
      await until(() => site.failed.length === before + 1);
      expect(JSON.stringify(site.failed)).not.toContain('the database');
    },
  );

  it('a reader who takes nothing is taken for gone', async () => {
    const { ended } = streams;
    const app = express();
    app.use((request, response) =>
      sendStreamed(request, response, { parts: parts(endless()), patienceMs: 50 }),
    );
    const server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    // An answer that nobody reads is not taken from the connection; with no listener at all it would be thrown away.
    const request = get({ port, host: '127.0.0.1' }, () => undefined).on('error', () => undefined);
    await until(() => streams.ended === ended + 1);
    request.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});
