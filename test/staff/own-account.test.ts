import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { until } from '../channels/until.ts';
import { unhurried } from '../universe/work.ts';
import { ask, codeAt, cookieFrom, type Member, member, openSite, type Site, signIn } from './site.ts';
import { guardedRoutes, hidden } from './with-key.ts';

const MINUTE = 60_000;
const LARGE = 24 * 1024 * 1024;

describe('T19: one’s own account', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite((parts) => [
      ...guardedRoutes(parts),
      {
        ...{ method: 'get', path: '/export', roles: ['admin'] },
        render: () => ({ kind: 'file', name: 'all.csv', type: 'text/csv', body: Buffer.alloc(LARGE, 'x') }),
      },
    ]);
  });
  afterAll(() => site.close());

  const status = async (path: string, cookie: string) => (await ask(site, path, { cookie })).status;
  const again = async (who: Member): Promise<string> => {
    const cookie = cookieFrom(await signIn(site, who))!;
    site.pass(30_000);
    return cookie;
  };
  const ends = (page: string) =>
    [...page.matchAll(/\/staff\/me\/sessions\/(\w{16})\/end/gu)].map(([, ref]) => ref!);

  describe('Mes connexions', () => {
    it('each with since when, last seen, and which is this one; one is ended, and gone at once', async () => {
      const who = await member(site, 'viewer');
      site.pass(5 * MINUTE);
      const second = await again(who);
      const page = await (await ask(site, '/staff/me', { cookie: second })).text();
      expect(page).toContain('2 connexions');
      expect(page).toContain('(celle-ci)');
      const [, first] = ends(page);
      const ended = await ask(site, `/staff/me/sessions/${first!}/end`, { cookie: second, form: {} });
      expect(ended.headers.get('location')).toBe('/staff/me?flash=session_ended');
      expect([await status('/staff/me', who.cookie), await status('/staff/me', second)]).toEqual([303, 200]);
    });

    it('all others end together; somebody else’s are not there (404)', async () => {
      const who = await member(site, 'viewer');
      const others = [await again(who), await again(who)];
      const cookie = await again(who);
      const [ref] = ends(await (await ask(site, '/staff/me', { cookie })).text());
      const stranger = await member(site, 'viewer');
      const foreign = await ask(site, `/staff/me/sessions/${ref!}/end`, {
        cookie: stranger.cookie,
        form: {},
      });
      expect(foreign.status).toBe(404);
      await ask(site, '/staff/me/sessions/others', { cookie, form: {} });
      const open = await Promise.all(
        [...others, who.cookie, cookie].map((each) => status('/staff/me', each)),
      );
      expect(open).toEqual([303, 303, 303, 200]);
      expect(await status('/staff/me', stranger.cookie)).toBe(200);
    });

    it('keep no address and no user agent', async () => {
      const headers = { 'user-agent': 'Canary/7.7', 'x-forwarded-for': '203.0.113.9' };
      const who = await member(site, 'viewer');
      await ask(site, '/staff/me', { cookie: who.cookie, headers });
      const stored = JSON.stringify(await site.connection.collection('staff_sessions').find().toArray());
      expect(stored).toContain('wakeAt');
      for (const trace of ['Canary', '203.0.113.9', '127.0.0.1', '::1']) expect(stored).not.toContain(trace);
    });
  });

  describe('15 minutes for class A', () => {
    it('after a pause its pages ask who is there and all else stays open; the password is enough', async () => {
      const who = await member(site, 'viewer');
      site.pass(14 * MINUTE);
      expect(await status('/staff/names', who.cookie)).toBe(200);
      site.pass(15 * MINUTE);
      const asked = await ask(site, '/staff/names?page=2', { cookie: who.cookie });
      const to = asked.headers.get('location')!;
      expect([asked.status, to]).toEqual([
        303,
        '/staff/confirm?question=password&next=%2Fstaff%2Fnames%3Fpage%3D2',
      ]);
      expect(await status('/staff/plain', who.cookie)).toBe(200);
      // Looking at other pages wakes nothing.
      expect(await status('/staff/names', who.cookie)).toBe(303);
      const page = await (await ask(site, to, { cookie: who.cookie })).text();
      expect(page).toContain('C’est bien vous');
      const confirm = (password: string) =>
        ask(site, '/staff/confirm', {
          ...{ cookie: who.cookie },
          form: { password, next: hidden(page, 'next'), question: 'password' },
        });
      expect((await confirm('entirely wrong words')).status).toBe(401);
      const confirmed = await confirm(who.password);
      expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, '/staff/names?page=2']);
      expect(await status('/staff/names', who.cookie)).toBe(200);
    });

    it('what a page fetches by itself keeps nothing awake', async () => {
      const who = await member(site, 'viewer');
      for (let minute = 0; minute < 15; minute += 5) {
        site.pass(5 * MINUTE);
        await ask(site, '/staff/plain', { cookie: who.cookie, headers: { 'benkan-live': '1' } });
      }
      expect(await status('/staff/names', who.cookie)).toBe(303);
    });

    it('a form that has to wait loses nothing typed, and is sent after the password', async () => {
      const who = await member(site, 'viewer');
      site.pass(15 * MINUTE);
      const words = 'N’oublie pas :\r\n\r\n "ɲɛ" & <ɔ>';
      const asked = await ask(site, '/staff/names?x=1', { cookie: who.cookie, form: { words, code: '123' } });
      const page = await asked.text();
      expect(asked.status).toBe(401);
      const form = { kept: hidden(page, 'kept'), password: who.password, question: 'password' };
      const confirmed = await (await ask(site, '/staff/confirm', { cookie: who.cookie, form })).text();
      expect(confirmed).toContain('action="/staff/names?x=1"');
      expect(hidden(confirmed, 'words')).toBe(words);
      expect(confirmed).not.toContain('name="code"');
    });

    it('429 after too many wrong passwords, for that session alone', async () => {
      const who = await member(site, 'viewer');
      const other = await again(who);
      const guess = (cookie: string, password = 'entirely wrong words') =>
        ask(site, '/staff/confirm', { cookie, form: { password, question: 'password' } });
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await guess(who.cookie)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
      expect((await guess(other, who.password)).status).toBe(303);
    });

    it('401 confirm_first for a program, at the pages', async () => {
      const who = await member(site, 'viewer');
      site.pass(15 * MINUTE);
      const headers = { accept: 'application/json' };
      const answer = await ask(site, '/staff/names', { cookie: who.cookie, headers });
      expect(await answer.json()).toMatchObject({ status: 401, code: 'confirm_first' });
    });
  });

  describe('a form sent after the session ended', () => {
    const expired = async (who: Member, words: string) => {
      site.pass(8 * 60 * MINUTE);
      const headers = { referer: `${site.url}/staff/plain?p=3` };
      return ask(site, '/staff/plain', { cookie: who.cookie, form: { words }, headers });
    };
    const resume = (who: Member, kept: string) => signIn(site, who, { fields: { kept } });

    it('waits in the page of sign-in; its person looks and sends it', async () => {
      const who = await member(site, 'viewer');
      const asked = await expired(who, 'un long texte');
      const page = await asked.text();
      expect([asked.status, page.includes('action="/staff/sign-in/resume"')]).toEqual([401, true]);
      expect(page).not.toContain('un long texte');
      const code = codeAt(who.totpSecret, site.parts.clock.now());
      const { email, password } = who;
      const form = { email, password, code, kept: hidden(page, 'kept'), next: hidden(page, 'next') };
      const answer = await ask(site, '/staff/sign-in/resume', { form });
      const waiting = await answer.text();
      expect([answer.status, waiting.includes('un long texte'), waiting.includes('data-go-on')]).toEqual([
        200,
        true,
        false,
      ]);
      const sent = await ask(site, '/staff/plain', {
        cookie: cookieFrom(answer)!,
        form: { words: hidden(waiting, 'words') },
      });
      expect(await sent.json()).toEqual({ words: 'un long texte' });
    });

    it('is nobody else’s, ends after an hour, and is not what somebody made up', async () => {
      const [who, other] = [await member(site, 'viewer'), await member(site, 'viewer')];
      const kept = hidden(await (await expired(who, 'pas pour toi')).text(), 'kept');
      expect((await resume(other, kept)).status).toBe(303);
      expect((await resume(who, `${kept.slice(0, -4)}AAAA`)).status).toBe(303);
      site.pass(60 * MINUTE);
      expect((await resume(who, kept)).status).toBe(303);
    });

    it('a refused sign-in keeps it still', async () => {
      const who = await member(site, 'viewer');
      const kept = hidden(await (await expired(who, 'encore là')).text(), 'kept');
      const wrong = await resume({ ...who, password: 'entirely wrong words' }, kept);
      expect([wrong.status, hidden(await wrong.text(), 'kept')]).toEqual([401, kept]);
    });

    it('401 as ever for a program', async () => {
      const headers = { accept: 'application/json' };
      const answer = await ask(site, '/staff/plain', { form: { a: 'b' }, headers });
      expect(await answer.json()).toMatchObject({ status: 401, code: 'sign_in_first' });
    });
  });

  describe('one’s own password', () => {
    const change = (cookie: string, password: string) =>
      ask(site, '/staff/me/password', { cookie, form: { password } });

    it('400: too short, common, or made of one’s own name; 303 for a good one, which ends the other sessions', async () => {
      const who = await member(site, 'viewer', 'Fatoumata Coulibaly');
      const other = await again(who);
      for (const bad of ['', 'court', 'motdepasse motdepasse', 'fatoumata coulibaly', 'x'.repeat(2000)])
        expect([bad.slice(0, 30), (await change(other, bad)).status]).toEqual([bad.slice(0, 30), 400]);
      const fresh = 'quatre tortues lisent au marché';
      expect((await change(other, fresh)).status).toBe(303);
      expect([await status('/staff/me', who.cookie), await status('/staff/me', other)]).toEqual([303, 200]);
      expect((await signIn(site, who)).status).toBe(401);
      expect((await signIn(site, { ...who, password: fresh })).status).toBe(303);
    });

    it('asks for password and code where they were shown more than ten minutes ago', async () => {
      const who = await member(site, 'viewer');
      site.pass(10 * MINUTE);
      const { cookie } = who;
      const asked = await ask(site, '/staff/me/password', { cookie });
      expect(asked.headers.get('location')).toBe(
        '/staff/confirm?question=code&next=%2Fstaff%2Fme%2Fpassword',
      );
      const confirm = (form: Record<string, string>) => ask(site, '/staff/confirm', { cookie, form });
      await confirm({ password: who.password, question: 'code' });
      expect(await status('/staff/me/password', cookie)).toBe(303);
      const code = codeAt(who.totpSecret, site.parts.clock.now());
      expect((await confirm({ password: who.password, code, question: 'code' })).status).toBe(303);
      expect(await status('/staff/me/password', cookie)).toBe(200);
      expect((await confirm({ password: who.password, code, question: 'code' })).status).toBe(401);
    });
  });

  describe('revoked in the middle of an export', () => {
    const accounts = () => site.connection.collection<{ _id: string }>('staff_accounts');

    it.each([
      ['its role removed', (id: string) => accounts().updateOne({ _id: id }, { $set: { role: 'viewer' } })],
      ['the session ended', (id: string) => site.parts.sessions.closeAllOf(id)],
    ])('%s: it is cut within a second, before its end', async (_what, revoke) => {
      const who = await member(site, 'admin');
      const { id } = (await site.parts.accounts.byEmail(site.parts.fingerprint('staff-email', who.email)))!;
      const download = slowDownload(site, who.cookie);
      const served = await download.begun;
      const { ms } = await unhurried(async () => {
        await revoke(id);
        expect(served.destroyed).toBe(false);
        await until(() => served.destroyed);
      });
      expect(ms).toBeLessThan(1_000);
      expect(await download.rest()).toBeLessThan(LARGE);
    });

    it('whoever keeps their role gets all of it', async () => {
      const who = await member(site, 'admin');
      const body = await (await ask(site, '/staff/export', { cookie: who.cookie })).arrayBuffer();
      expect(body.byteLength).toBe(LARGE);
    });
  });
});

/**
 * Reads the beginning and stops, as a phone on a thin line does; `rest` reads on as fast as it can. Whoever waits for the
 * beginning gets the other end of the line.
 */
function slowDownload(site: Site, cookie: string): { begun: Promise<Socket>; rest: () => Promise<number> } {
  const accepted = new Promise<Socket>((resolve) => site.server.once('connection', resolve));
  const { hostname, port, host } = new URL(site.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(`GET /staff/export HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`);
  let bytes = 0;
  const begun = new Promise<Socket>((resolve) => {
    socket.once('data', () => {
      socket.pause();
      resolve(accepted);
    });
  });
  socket.on('data', (chunk) => (bytes += chunk.length));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(bytes)));
  return {
    begun,
    rest() {
      socket.resume();
      return closed;
    },
  };
}
