import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inbound } from '../../src/domain/message.ts';
import { type Site, startSite } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const lastHeard = () => site.heard.at(-1);

describe('C4: what a page says becomes an inbound', () => {
  it('opens a chat: a token of 256 bits, a new one each time, no cookie', async () => {
    const response = await fetch(`${site.url}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"lang":"bm"}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { token } = (await response.json()) as { token: string };
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await site.open()).not.toBe(token);
  });

  it('takes words, a choice, a voice note and a photo, and answers 202 with the id', async () => {
    const token = await site.open();
    const said = await site.say(token, 'm-1', 'i ni cɛ');
    expect([said.status, await said.json()]).toEqual([202, { id: 'm-1' }]);
    expect(lastHeard()).toMatchObject({
      channel: 'web',
      account: 'web',
      user: token,
      address: token,
      id: 'm-1',
      content: { kind: 'text', text: 'i ni cɛ' },
    });
    await site.post(token, { id: 'm-2', choose: 'c1' });
    expect(lastHeard()?.content).toEqual({ kind: 'choice', token: 'c1' });
    for (const [name, type, size] of [
      ['voice', 'audio/ogg', 150_000],
      ['photo', 'image/jpeg', 2_000_000],
    ] as const) {
      const form = new FormData();
      form.append('id', `m-${name}`);
      form.append(name, new File([new Uint8Array(size)], '../../x', { type }));
      const response = await fetch(`${site.url}/api/chat/messages`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        body: form,
      });
      expect([response.status, await response.json()]).toEqual([202, { id: `m-${name}` }]);
      expect(lastHeard()?.content).toEqual({ kind: 'media', media: name });
    }
  });

  it('knows nothing of the person but the token: no address, no user agent (T7)', async () => {
    await site.say(await site.open(), 'm', 'a');
    expect(Object.keys(lastHeard() ?? {}).sort()).toEqual([
      'account',
      'address',
      'channel',
      'content',
      'id',
      'order',
      'sentAt',
      'user',
    ]);
  });

  it('C12: gives waiting messages the order in which they came, also when the clock stands still', async () => {
    const still = await startSite({ clock: { now: () => 5 } });
    const token = await still.open();
    for (const id of ['a', 'b', 'c']) await still.say(token, id, id);
    const orders = still.heard.map((message) => message.order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(new Set(orders).size).toBe(3);
    await still.stop();
  });
});

describe('T11: a repeat is handed over under the same id, so that the conversation can drop it', () => {
  it.each([1, 2, 10, 100])('%d copies at once', async (copies) => {
    const token = await site.open();
    const before = site.heard.length;
    const answers = await Promise.all(Array.from({ length: copies }, () => site.say(token, 'same', 'oui')));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: copies }, () => 202));
    const ids = site.heard
      .slice(before)
      .map((message) => `${message.account} ${message.user === token} ${message.id}`);
    expect(ids).toHaveLength(copies);
    expect(new Set(ids)).toEqual(new Set(['web true same']));
  });
});

describe('T13: text of every family arrives as words, well-formed, or as something to answer kindly', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['markdown and templates', '*_`{{1}}${x}<%=%>', '*_`{{1}}${x}<%=%>'],
    ['right-to-left override', 'a\u202egnp.exe', 'a\u202egnp.exe'],
    ['zero width inside a word', 'st\u200bop', 'st\u200bop'],
    ["N'Ko", '\u07d3\u07cd\u07ec', '\u07d3\u07cd\u07ec'],
    ['ZWJ emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['a formula', '=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['lines and tabs', 'a\r\nb\tc', 'a\nb\tc'],
    ['NUL and control characters', 'o\u0000u\u001bi', 'oui'],
    ['4,096 characters', 'x'.repeat(4096), 'x'.repeat(4096)],
    ['a half of a surrogate pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['decomposed letters', 'e\u0301', 'e\u0301'],
  ])('%s', async (_name, said, expected) => {
    expect((await site.say(await site.open(), 'm', said)).status).toBe(202);
    expect(lastHeard()?.content).toEqual({ kind: 'text', text: expected });
    expect(inbound.safeParse(lastHeard()).success).toBe(true);
  });

  it('4,097 characters are answered in the talk, not refused at the door', async () => {
    expect((await site.say(await site.open(), 'm', 'x'.repeat(4097))).status).toBe(202);
    expect(lastHeard()?.content).toEqual({ kind: 'unsupported', what: 'too_long' });
  });

  it('nothing but control characters is nothing the bot can read', async () => {
    await site.say(await site.open(), 'm', '\u0000\u0001');
    expect(lastHeard()?.content).toEqual({ kind: 'unsupported', what: 'empty' });
  });
});

describe('C9: sending', () => {
  it('an outage is tried again later; a message no page should carry is refused for good', async () => {
    const away = await startSite({
      mailbox: { ...site.mailbox, append: () => Promise.reject(new Error('away')) },
    });
    const message = { id: 'o', address: await away.open(), lane: 'reply' as const, text: 'a' };
    expect(await away.channel.send(message, 'web')).toMatchObject({ kind: 'retry', code: 'mailbox' });
    expect(await away.channel.send({ ...message, text: 'x'.repeat(16_385) }, 'web')).toEqual({
      kind: 'refused',
      code: 'too_long',
      gone: false,
    });
    expect(await site.channel.send(message, 'web')).toEqual({ kind: 'sent' });
    await away.stop();
  });

  it('stop waits for the turn in hand and takes no new message', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<'committed'>((resolve) => (finish = () => resolve('committed')));
    const slow = await startSite({ receive: () => held });
    const token = await slow.open();
    const first = slow.say(token, 'a', 'a');
    while (slow.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = slow.channel.stop?.().then(() => 'stopped');
    expect((await slow.say(token, 'b', 'b')).status).toBe(503);
    expect(await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))])).toBe(
      'waits',
    );
    finish();
    expect((await first).status).toBe(202);
    expect(await stopped).toBe('stopped');
    await slow.stop();
  });
});
