import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { Fault } from '../../src/domain/faults.ts';
import { chatPageRouter } from '../../src/web/public/index.ts';
import { bundleChat } from './browser.ts';
import { formOf, type FormVisitor, formVisitor } from './form-visitor.ts';
import { scriptedTalk } from './scripted-talk.ts';
import { type Site, startSite } from './site.ts';

const talk = scriptedTalk();
let site: Site;
let visitor: FormVisitor;
/** Days that have gone by for the form, milliseconds. */
let later = 0;
/** Where the last message came from. */
let from = '';
/** What the conversation does instead of answering, once. */
let instead: (() => Promise<'committed'>) | undefined;

beforeAll(async () => {
  const beside = Router();
  site = await startSite({
    beside,
    receive: (message) => {
      from = message.address;
      const act = instead;
      instead = undefined;
      return act === undefined ? talk.hear(message) : act();
    },
  });
  talk.serve(site);
  beside.use(chatPageRouter({ assets: bundleChat() }), formOf(site, { now: () => Date.now() + later }));
});
afterAll(() => site.stop());
beforeEach(async () => {
  visitor = formVisitor(site.url);
});

/** In the talk, with the first question open. */
async function begun(): Promise<FormVisitor> {
  await visitor.post({});
  return visitor;
}
const heardOf = (words: string): number => talk.said.filter((said) => said === words).length;
const starts = (): number => heardOf('/start');
const withFile = (file: File): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(visitor.hidden())) form.append(name, value);
  form.append('file', file);
  return form;
};

describe('W13: the chat as a form', () => {
  it('who comes back after days is in the same talk, and is asked where they want to go on, once', async () => {
    await begun();
    const [{ cookie }, person, before] = [visitor, from, starts()];
    await site.mailbox.drop(person);
    later += 4 * 86_400_000;
    await visitor.open('/chat');
    await visitor.open('/chat');
    expect([starts() - before, from, visitor.cookie]).toEqual([1, person, cookie]);
    expect(visitor.html).toContain('Dans quelle langue voulez-vous parler');
  });

  it('begins where a person begins: no cookie before, one of the chat alone from then on', async () => {
    for (const path of ['/', '/?lang=bm', '/embed'])
      expect((await visitor.ask(path)).headers.getSetCookie()).toEqual([]);
    const before = starts();
    expect((await visitor.ask('/chat')).headers.get('location')).toBe('/');
    const answer = await visitor.post({});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chat?debut']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^benkan-chat=[\w-]{43}; Max-Age=2592000; Path=\/chat; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(starts()).toBe(before + 1);
    expect(visitor.bubbles().at(-1)).toBe('Dans quelle langue voulez-vous parler ?');
    expect(visitor.html).toMatch(/role="log"/);
    expect(visitor.html).not.toContain('<script');
    // Looking again says nothing, also from a second window.
    await Promise.all([visitor.ask('/chat'), visitor.ask('/chat')]);
    expect(starts()).toBe(before + 1);
  });

  it('C7: buttons have their digit, and a typed one goes the same way', async () => {
    await begun();
    expect(visitor.html).toMatch(/name="choose" value="lang-fr"><span class="digit">1<\/span>/);
    const answer = await visitor.post({ choose: 'lang-fr' });
    expect(answer.headers.get('location')).toBe('/chat?attend#bas');
    expect(visitor.bubbles().slice(-2)).toEqual([
      '> Français',
      'Avez-vous entendu parler du dialogue de paix dans votre cercle ces trois derniers mois ?',
    ]);
    expect(visitor.html).toContain('value="unsure"');
    await visitor.post({ say: '2' });
    expect(visitor.bubbles().slice(-2)).toEqual(['> 2', 'C’est noté : 2']);
    // Nothing is asked any more: there is a button that leads on.
    expect(visitor.html).toMatch(/name="say" value="menu"/);
    await visitor.post({ say: 'menu' });
    expect(talk.said.at(-1)).toBe('menu');
  });

  it('is harmless pressed twice and loaded again; other words from a page that came back are another message', async () => {
    await begun();
    const page = visitor.hidden();
    const body = () => new URLSearchParams({ ...page, say: 'une fois' });
    const both = await Promise.all([1, 2].map(() => visitor.ask('/chat', { method: 'POST', body: body() })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    await visitor.ask('/chat', { method: 'POST', body: body() });
    expect(heardOf('une fois')).toBe(1);
    await visitor.open('/chat');
    expect(visitor.bubbles().filter((text) => text.includes('une fois'))).toEqual([
      '> une fois',
      'C’est noté : une fois',
    ]);
    await visitor.ask('/chat', {
      method: 'POST',
      body: new URLSearchParams({ ...page, say: 'autre chose' }),
    });
    expect(heardOf('autre chose')).toBe(1);
  });

  it('says that an answer is not there yet, and shows it to who looks again', async () => {
    await begun();
    let later: (() => Promise<void>) | undefined;
    instead = async () => {
      const address = site.heard.at(-1)?.address ?? '';
      later = () => site.tell(address, 'Me voici.', { lang: 'bm' });
      return 'committed';
    };
    const from = Date.now();
    await visitor.post({ say: 'il y a quelqu’un ?' });
    expect(Date.now() - from).toBeLessThan(20_000);
    expect(visitor.html).toMatch(/pas encore là.*href="\/chat\?attend#bas"/s);
    await later?.();
    await visitor.open('/chat?attend');
    expect(visitor.bubbles().at(-1)).toBe('Me voici.');
    // The page has followed the talk into Bambara.
    expect(visitor.html).toMatch(/^<!doctype html><html lang="bm">/);
    expect(visitor.html).toContain('A jɔsi nin telefɔni kan');
  });

  it('what is hostile is words; the talk that a script would read has nothing of the form’s own', async () => {
    await begun();
    await visitor.post({ say: '<img src=x onerror=alert(1)>\r\n« oui »' });
    expect(visitor.html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(talk.said.at(-1)).toBe('<img src=x onerror=alert(1)>\n« oui »');
    const token = visitor.cookie?.split('=')[1] ?? '';
    const listed = (await (
      await fetch(`${site.url}/api/chat/messages`, { headers: { Authorization: `Bearer ${token}` } })
    ).json()) as { text: string }[];
    expect(listed.map(({ text }) => text)).not.toContain('<img src=x onerror=alert(1)>\n« oui »');
  });

  it('shows the end of a long talk, and all of it on wish', async () => {
    await begun();
    for (let at = 0; at < 8; at += 1) await visitor.post({ say: `message ${String(at)}` });
    expect(visitor.bubbles()).toHaveLength(12);
    await visitor.open('/chat?tout');
    expect(visitor.bubbles()).toHaveLength(18);
  });

  it('takes a photo and a voice, and says what they weighed', async () => {
    await begun();
    for (const [name, type, kind, shown] of [
      ['p.jpg', 'image/jpeg', 'photo', 'Photo · 34 ko'],
      ['v.ogg', 'audio/ogg', 'voice', 'Message vocal · 34 ko'],
    ] as const) {
      const body = withFile(new File([new Uint8Array(34_000)], name, { type }));
      const answer = await visitor.ask('/chat/file', { method: 'POST', body });
      expect(answer.status).toBe(303);
      expect(site.heard.at(-1)?.content).toMatchObject({ kind: 'media', media: kind });
      await visitor.open('/chat?attend');
      expect(visitor.bubbles()).toContain(`> ${shown}`);
    }
  });

  it('erases: the cookie goes, and the next talk is another one', async () => {
    await begun();
    const before = visitor.cookie;
    const answer = await visitor.post({}, { path: '/chat/forget' });
    expect([answer.headers.get('location'), visitor.cookie]).toEqual(['/', undefined]);
    await visitor.post({});
    expect(visitor.cookie).not.toBe(before);
  });

  it('C4: over TLS the cookie goes nowhere else', async () => {
    const beside = Router();
    const other = await startSite({ beside });
    beside.use(formOf(other, { publicUrl: 'https://benkan.example' }));
    const set = (await formVisitor(other.url).ask('/chat', { method: 'POST' })).headers.get('set-cookie');
    expect(set).toMatch(/^__Secure-benkan-chat=.*; Path=\/chat; .*HttpOnly; Secure; SameSite=Lax$/);
    await other.stop();
  });
});

describe('refusals of the form', () => {
  it('T19 403: a form of another site, by either header; nothing is heard', async () => {
    await begun();
    const before = site.heard.length;
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none', Origin: 'https://hostile.example' },
      { 'Sec-Fetch-Site': 'none', Origin: 'null' },
    ])
      for (const path of ['/chat', '/chat/file', '/chat/forget'])
        expect((await visitor.post({ say: 'stop' }, { path, headers })).status).toBe(403);
    expect(site.heard.length).toBe(before);
    expect(visitor.cookie).toBeDefined();
  });

  it('T19 403: a browser too old to say where a form comes from needs the key of the page, and keeps what was written', async () => {
    await begun();
    const said = new URLSearchParams({ ...visitor.hidden(), key: 'x', say: 'de loin' });
    const old = async (body: URLSearchParams): Promise<Response> =>
      fetch(`${site.url}/chat`, {
        ...{ method: 'POST', redirect: 'manual', body },
        headers: { Cookie: visitor.cookie ?? '', 'Sec-Fetch-Site': 'none' },
      });
    const refused = await old(said);
    expect([refused.status, heardOf('de loin')]).toEqual([403, 0]);
    visitor.html = await refused.text();
    expect(visitor.html).toMatch(/Appuie une fois de plus.*<textarea[^>]*>de loin<\/textarea>/s);
    const kept = await old(new URLSearchParams({ ...visitor.hidden(), say: 'de loin' }));
    expect([kept.status, heardOf('de loin')]).toEqual([303, 1]);
  });

  it('400: nothing written, no file chosen', async () => {
    await begun();
    const empty = await visitor.post({ say: '  ' });
    expect([empty.status, visitor.html]).toEqual([400, expect.stringContaining('Rien n’est parti.')]);
    const none = await visitor.ask('/chat/file', { method: 'POST', body: withFile(new File([], '')) });
    expect(none.status).toBe(400);
  });

  it('413: a megabyte of words, a voice over 150 kB, a photo over 2 MB; 415: what is neither', async () => {
    await begun();
    const before = site.heard.length;
    const long = await visitor.post({ say: 'a'.repeat(1_000_000) });
    expect([long.status, visitor.html.length < 20_000]).toEqual([413, true]);
    await visitor.open('/chat');
    const file = async (bytes: number, type: string) => {
      const body = withFile(new File([new Uint8Array(bytes)], 'x', { type }));
      return (await visitor.ask('/chat/file', { method: 'POST', body })).status;
    };
    expect(await file(150_001, 'audio/ogg')).toBe(413);
    expect(await file(2_000_001, 'image/jpeg')).toBe(413);
    expect(await file(100, 'application/pdf')).toBe(415);
    expect(site.heard.length).toBe(before);
    // As much as a browser lets nobody type: the talk itself has a kind word for it.
    await visitor.post({ say: 'b'.repeat(5000) });
    expect(site.heard.at(-1)?.content).toEqual({ kind: 'unsupported', what: 'too_long' });
  });

  it('429: more than a person types; what was written stays in the field', async () => {
    await begun();
    for (let at = 0; at < 19; at += 1)
      await visitor.ask('/chat', {
        method: 'POST',
        body: new URLSearchParams({ ...visitor.hidden(), say: `vite ${String(at)}` }),
      });
    const answer = await visitor.post({ say: 'encore' });
    expect(answer.status).toBe(429);
    expect(visitor.html).toMatch(/Beaucoup de messages.*<textarea[^>]*>encore<\/textarea>/s);
  });

  it('503: the store is away; pressed again it is said once', async () => {
    await begun();
    instead = () => Promise.reject(new Fault('unavailable', 'store', 'away'));
    const away = await visitor.post({ say: 'garde-moi' });
    expect(away.status).toBe(503);
    expect(visitor.html).toMatch(/n’est pas parti.*<textarea[^>]*>garde-moi<\/textarea>/s);
    expect(visitor.bubbles()).not.toContain('> garde-moi');
    expect((await visitor.post({ say: 'garde-moi' })).status).toBe(303);
    expect(heardOf('garde-moi')).toBe(1);
  });

  it('405: another method; 404 is nobody’s here', async () => {
    for (const [path, allow] of [
      ['/chat', 'GET, POST'],
      ['/chat/file', 'POST'],
    ] as const) {
      const answer = await visitor.ask(path, { method: 'DELETE' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    }
  });

  it('a browser that refuses the cookie is told so', async () => {
    const answer = await fetch(`${site.url}/chat?debut`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('refuse le cookie')]);
  });
});
