import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boardOf } from '../../src/app/board.ts';
import { postsStore } from '../../src/capabilities/updates/posts/posts-store.ts';
import { postText } from '../../src/capabilities/updates/posts/post-text.ts';
import { shortenedTo } from '../../src/capabilities/updates/posts/shortened.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import { type TelegramChannel, telegramChannel } from '../../src/channels/telegram/index.ts';
import type { Board } from '../../src/conversation/board.ts';
import type { Channel as Posts } from '../telegram/channel.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { buildContent } from './update-world.ts';
import { type UpdatesSite, updatesSite } from './updates-site.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const LINK = 'https://t.me/benkan_bot?start=lire-ML-2026-0001';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let telegram: TelegramStandIn;
let channel: TelegramChannel;
let world: UpdatesSite;
let posts: Posts;
let board: Board | undefined;
let number = 1_000_000;
const opened: TelegramChannel[] = [];

beforeAll(async () => {
  telegram = await startTelegram();
  channel = telegramChannel({
    ...{ token: telegram.token, apiRoot: telegram.root, mode: 'polling', board: '@benkan_mali', log: quiet },
  });
  world = await updatesSite(undefined, () => board);
}, 240_000);
beforeEach(async () => {
  const db = world.site.connection.db!;
  for (const { name } of world.updates.collections) await db.collection(name).deleteMany({});
  await world.updates.begin?.();
  number += 1;
  posts = telegram.channel(-1_000_000_000_000 - number, `benkan_${String(number)}`);
  board = boardHere(`@benkan_${String(number)}`);
  world.site.audited.length = 0;
});
afterAll(async () => {
  await Promise.all([world.close(), ...[channel, ...opened].map((each) => each.close?.())]);
  await telegram.stop();
});

/** The board as the house has it, without the pace of its account. */
function boardHere(name: string): Board {
  const made = telegramChannel({
    ...{ token: telegram.token, apiRoot: telegram.root, mode: 'polling', board: name, log: quiet },
  });
  opened.push(made);
  const paced = boardOf(
    () => [{ channel: made, board: made.board! }],
    () => ({ atPace: async (_channel, _to, _lane, call) => call() }),
  );
  return paced()!;
}

const said = (): string[] => posts.posted.map(({ text = '' }) => text);
const page = async (id: string): Promise<string> => (await world.as('awa', `/updates/${id}`)).body;
const post = (id: string, who: 'awa' | 'binta' = 'awa', form: Record<string, string> = {}) =>
  world.as(who, `/updates/${id}/post`, { form });
const posted = async (content?: Partial<UpdateContent>): Promise<string> => {
  const id = await world.itemIn('published', content);
  expect((await post(id)).status).toBe(303);
  await world.runDue();
  return id;
};
const state = async (): Promise<unknown> =>
  (await world.site.connection.db!.collection('update_posts').findOne({}))?.['state'];
const withdraw = (id: string) =>
  world.as('awa', `/updates/${id}/withdraw`, { form: { reason: 'Erreur de date', cause: 'wrong' } });
/** What the overview says of posts, to an organisation. */
const needs = async (org = 'benkan') => {
  const ctx = { person: { org }, frame: { lang: 'fr' } } as never;
  const all = (await world.updates.staffSlots?.needs?.(ctx)) ?? [];
  return all.filter(({ key }) => key.startsWith('updates.posts.'));
};
const audited = (): string[] => world.site.audited.map(({ action }) => action);
const fails = (method: string, answer: number, description: string, retryAfter?: number): void =>
  telegram.fail({ method, does: { answer, description, ...(retryAfter !== undefined && { retryAfter }) } });

describe('B10: a published item is posted on the channel by a decision of staff', () => {
  it('is shown word by word first, leaves once, and its page says where it is', async () => {
    const id = await world.itemIn('published');
    expect(await page(id)).toContain(`Elle n’est pas sur ${board!.name}.`);
    const before = (await world.as('awa', `/updates/${id}/post`)).body;
    expect(before).toContain(LINK);
    expect(posts.posted).toEqual([]);
    expect((await post(id)).to).toContain(`/staff/updates/${id}`);
    expect(await page(id)).toContain(`Elle part vers ${board!.name}.`);
    await world.runDue();
    expect(said()).toEqual([
      `▣ Texte officiel · benkan\n\nLa charte est remise\n\nLe texte compte 106 articles.\n\nML-2026-0001 · 10 novembre 2026\n${LINK}`,
    ]);
    expect(before).toContain(said()[0]!.split('\n')[0]!);
    const after = await page(id);
    expect(after).toContain(`Postée sur ${board!.name}.`);
    expect(after).toContain(`https://t.me/${board!.name.slice(1)}/${String(posts.posted[0]!.message_id)}`);
    await world.runDue();
    expect(said()).toHaveLength(1);
  });

  it('says both languages where the item has both, in words of each', async () => {
    const { texts } = buildContent();
    await posted({
      tier: 'two_sources',
      texts: { ...texts, bm: { title: 'Bɛnkan', first: 'Bɛnkan ka ɲi.', second: 'Hɛrɛ.', audio: '' } },
    });
    const [text = ''] = said();
    expect(text).toContain('∞ Deux sources indépendantes · benkan');
    expect(text).toContain('———\n\n∞ Bɔyɔrɔ fila y’a fɔ · benkan\n\nBɛnkan\n\nBɛnkan ka ɲi.\n\nHɛrɛ.');
    expect(text.split(LINK)).toHaveLength(2);
  });

  it.each(['draft', 'verified', 'withdrawn', 'corrected'] as const)(
    'an item that is %s is refused, looked at and posted',
    async (unpublished) => {
      const id = await world.itemIn(unpublished);
      expect((await world.as('awa', `/updates/${id}/post`)).status).toBe(409);
      expect((await post(id)).status).toBe(409);
      await world.runDue();
      expect(said()).toEqual([]);
    },
  );

  it('without a channel nothing is offered; the page says how to switch it on', async () => {
    board = undefined;
    const id = await world.itemIn('published');
    const body = await page(id);
    expect(body).toContain('TELEGRAM_CHANNEL');
    expect(body).not.toContain(`/updates/${id}/post`);
    const refused = await post(id);
    expect([refused.status, refused.body.includes('TELEGRAM_CHANNEL')]).toEqual([409, true]);
    expect((await world.as('awa', `/updates/${id}/post/found`, { form: { message: 'x' } })).status).toBe(409);
  });

  it('an example of the demonstration is refused', async () => {
    const id = await world.itemIn('published');
    await world.site.connection.db!.collection('updates').updateMany({}, { $set: { demo: true } });
    expect(await page(id)).toContain('Un exemple de démonstration n’est pas posté.');
    expect((await world.as('awa', `/updates/${id}/post`)).status).toBe(409);
    expect((await post(id)).status).toBe(409);
    expect(await state()).toBeUndefined();
  });

  it('two clicks and two colleagues at once: one post, and whoever was later is told', async () => {
    const id = await world.itemIn('published');
    const answers = await Promise.all([post(id), post(id), post(id, 'binta'), post(id, 'binta')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const counted = (action: string): number => audited().filter((each) => each === action).length;
    expect(counted('updates.post_ordered') - counted('updates.not_changed')).toBe(1);
    await Promise.all([world.runDue(), world.runDue()]);
    expect(said()).toHaveLength(1);
    const again = await post(id);
    expect([again.status, again.body.includes('Elle est déjà sur la chaîne')]).toEqual([409, true]);
  });

  it('a field that is not of the form is refused; a reader sees where it is and may do nothing', async () => {
    const id = await world.itemIn('published');
    expect((await post(id, 'awa', { board: '@autre' })).status).toBe(400);
    const body = (await world.as('dado', `/updates/${id}`)).body;
    expect(body).toContain('Poster : administration ou rédaction ou vérification.');
    expect(body).not.toContain(`/updates/${id}/post"`);
  });

  it('each decision is in the audit', async () => {
    await posted();
    expect(audited()).toContain('updates.post_ordered');
  });
});

describe('B10: what stands in the way of a post', () => {
  it.each([
    ['may not post there', { can_post_messages: false }, 'Publier des messages'],
    ['is not in it', { status: 'left' }, 'Ajoutez-le comme administrateur'],
    ['was thrown out', { status: 'kicked' }, 'Ajoutez-le comme administrateur'],
  ] as const)('the page says what to do where the bot %s, before and after', async (_, standing, words) => {
    const id = await world.itemIn('published');
    posts.bot(standing);
    const before = (await world.as('awa', `/updates/${id}/post`)).body;
    expect(before).toContain(words);
    expect(before).not.toContain('Poster pour tous');
    await post(id);
    await world.runDue();
    expect(await state()).toBe('failed');
    expect(await page(id)).toContain(words);
    posts.bot({});
    expect((await post(id)).status).toBe(303);
    await world.runDue();
    expect([await state(), said().length]).toEqual(['posted', 1]);
  });

  it('so it does where nobody knows the channel, and where Telegram is silent', async () => {
    board = boardHere('@nulle_part');
    const id = await world.itemIn('published');
    expect((await world.as('awa', `/updates/${id}/post`)).body).toContain(
      'Telegram ne connaît pas cette chaîne',
    );
    fails('getChat', 502, 'Bad Gateway');
    const silent = (await world.as('awa', `/updates/${id}/post`)).body;
    expect(silent).toContain('Telegram ne répond pas');
    expect(silent).toContain('Poster pour tous');
  });

  it('a 429 is waited for as long as it says, and then it leaves once', async () => {
    const id = await world.itemIn('published');
    await post(id);
    fails('sendMessage', 429, 'Too Many Requests: retry after 30', 30);
    await world.runDue();
    expect(await state()).toBe('waiting');
    expect(await page(id)).toContain('Telegram demande d’attendre');
    world.site.pass(29_000);
    await world.runDue();
    expect(said()).toEqual([]);
    world.site.pass(2_000);
    await world.runDue();
    expect([await state(), said().length]).toEqual(['posted', 1]);
  });

  it('what has not left after a day leaves no more', async () => {
    const id = await world.itemIn('published');
    await post(id);
    fails('sendMessage', 429, 'Too Many Requests: retry after 30', 30);
    await world.runDue();
    await world.site.connection
      .db!.collection('update_posts')
      .updateMany({}, { $inc: { orderedAt: -25 * 60 * MINUTE_MS } });
    world.site.pass(MINUTE_MS);
    await world.runDue();
    expect([await state(), said()]).toEqual(['failed', []]);
    expect(await page(id)).toContain('pas répondu pendant un jour');
  });

  it('what was withdrawn before it left does not leave; nor does it leave for another channel', async () => {
    const id = await world.itemIn('published');
    await post(id);
    await withdraw(id);
    await world.runDue();
    expect([await state(), said()]).toEqual(['failed', []]);
    const second = await world.itemIn('published');
    await post(second);
    board = boardHere('@ailleurs');
    await world.runDue();
    expect((await world.as('awa', `/updates/${second}`)).body).toContain(
      'une autre que celle où elle devait partir',
    );
  });
});

describe('B10, COMMIT 10: a post in doubt is not posted again by itself', () => {
  const inDoubt = async (): Promise<string> => {
    const id = await world.itemIn('published');
    await post(id);
    telegram.fail({ method: 'sendMessage', does: 'drops after' });
    await world.runDue();
    return id;
  };
  const found = (id: string, link: string) =>
    world.as('awa', `/updates/${id}/post/found`, { form: { message: link } });
  const linkTo = (message: number): string => `https://t.me/${board!.name.slice(1)}/${String(message)}`;

  it('its page says so and asks; nothing leaves, however long nobody answers', async () => {
    const id = await inDoubt();
    expect([await state(), said().length]).toEqual(['unknown', 1]);
    expect(await page(id)).toContain('la réponse s’est perdue');
    for (let n = 0; n < 3; n += 1) {
      world.site.pass(30 * MINUTE_MS);
      await world.runDue();
    }
    expect(said()).toHaveLength(1);
    const refused = await post(id);
    expect([refused.status, refused.body.includes('Dites d’abord')]).toEqual([409, true]);
    expect((await world.as('awa', `/updates/${id}/post`)).status).toBe(409);
  });

  it('it is there: the link is tried without a change, and from then on it is corrected as any other', async () => {
    const id = await inDoubt();
    const done = await found(id, linkTo(posts.posted[0]!.message_id));
    expect(done.status).toBe(303);
    await world.runDue();
    expect([await state(), said().length]).toEqual(['posted', 1]);
    expect(audited()).toContain('updates.post_found');
    await withdraw(id);
    await world.runDue();
    expect(said()[0]).toContain('✕ Retiré');
    expect((await found(id, linkTo(1))).status).toBe(409);
  });

  it('what was withdrawn meanwhile is marked as soon as somebody has found it', async () => {
    const id = await inDoubt();
    await withdraw(id);
    expect(await page(id)).toContain('elle ne sera plus postée');
    await found(id, linkTo(posts.posted[0]!.message_id));
    await world.runDue();
    expect(said()[0]).toContain('✕ Retiré');
  });

  it('what was withdrawn meanwhile and is not there is said to be absent; nothing leaves', async () => {
    const id = await inDoubt();
    posts.deletes(posts.posted[0]!.message_id);
    await withdraw(id);
    expect((await post(id, 'awa', { not_there: '1' })).to).toContain(`/staff/updates/${id}`);
    expect(await page(id)).toContain('Une personne a regardé : elle n’y est pas.');
    expect(audited()).toContain('updates.post_absent');
    await world.runDue();
    expect(said()).toEqual([]);
    expect((await post(id, 'awa', { not_there: '1' })).status).toBe(409);
    expect(await needs()).toEqual([]);
  });

  it('W1: the overview says so, to the item’s own organisation, and names what came to nothing for a week', async () => {
    expect(await needs()).toEqual([]);
    const id = await inDoubt();
    const [need] = await needs();
    expect(need).toMatchObject({ key: 'updates.posts.toSee', count: 1, href: `/staff/updates/${id}` });
    expect(await needs('autre')).toEqual([]);
    await found(id, linkTo(posts.posted[0]!.message_id));
    expect(await needs()).toEqual([]);
    const second = await world.itemIn('published');
    await post(second);
    board = boardHere('@ailleurs');
    await world.runDue();
    expect((await needs()).map(({ href }) => href)).toEqual([`/staff/updates/${second}`]);
    await world.site.connection
      .db!.collection('update_posts')
      .updateMany({}, { $inc: { orderedAt: -8 * DAY_MS } });
    expect(await needs()).toEqual([]);
  });

  it.each([
    ['no link', 400, () => 'ici', 'Ce n’est pas un lien'],
    ['a link to another channel', 400, () => 'https://t.me/autre_canal/1', 'Ce n’est pas un lien'],
    ['a message that is not there', 409, () => linkTo(99_999), 'ne trouve aucun message'],
    [
      'a message of somebody else',
      409,
      () => linkTo((posts.posts('d’un autre')['channel_post'] as { message_id: number }).message_id),
      'ne trouve aucun message',
    ],
  ])('%s is refused, and what was typed is kept', async (_, status, link, words) => {
    const id = await inDoubt();
    const typed = link();
    const answer = await found(id, typed);
    expect([answer.status, answer.body.includes(words)]).toEqual([status, true]);
    expect(answer.body).toContain(`value="${typed}"`);
    expect(await state()).toBe('unknown');
  });

  it('a silent Telegram is told, and nothing is changed', async () => {
    const id = await inDoubt();
    fails('editMessageReplyMarkup', 502, 'Bad Gateway');
    expect((await found(id, linkTo(1))).status).toBe(503);
    expect(await state()).toBe('unknown');
  });

  it('it is not there: it is posted again, once, however often that is said', async () => {
    const id = await inDoubt();
    posts.deletes(posts.posted[0]!.message_id);
    const answers = await Promise.all(
      ['awa', 'binta'].map((who) => post(id, who as 'awa', { not_there: '1' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    await world.runDue();
    expect([await state(), said().length]).toEqual(['posted', 1]);
  });
});

describe('B10, U4: a correction and a withdrawal take the place of what was posted', () => {
  it('a correction is marked, with its version and its reason; then a withdrawal with its cause', async () => {
    const id = await posted();
    const corrected = await world.correctionOf(id);
    await world.runDue();
    expect(said()).toEqual([
      expect.stringMatching(
        /^▣ Texte officiel · benkan\n\nCorrigé \(2\) : La date était fausse\.\n\nLa charte est remise/u,
      ),
    ]);
    for (const each of [id, corrected]) expect(await page(each)).toContain('Le message dit la version 2');
    await withdraw(corrected);
    await world.runDue();
    const [text = ''] = said();
    expect(text).toMatch(
      /^✕ Retiré · benkan\n\nLa charte est remise\n\nElle contenait une erreur\. Retirée le /u,
    );
    expect(text).not.toContain('106 articles');
    expect(text).toContain(`ML-2026-0001`);
    expect(await page(corrected)).toContain('Le message dit que la nouvelle est retirée.');
  });

  it('is tried again until it is there: silence, a 429, rights taken and given back', async () => {
    const id = await posted();
    posts.bot({ can_post_messages: false });
    await withdraw(id);
    await world.runDue();
    const waits = await page(id);
    expect(waits).toContain('Le message n’est pas encore à jour');
    expect(waits).toContain('rendez-lui le droit');
    expect(await needs()).toEqual([]);
    world.site.pass(10 * MINUTE_MS);
    await world.runDue();
    expect(await needs()).toMatchObject([{ key: 'updates.posts.behind', level: 'red', count: 1 }]);
    posts.bot({});
    fails('editMessageText', 429, 'Too Many Requests: retry after 5', 5);
    telegram.fail({ method: 'editMessageText', does: 'drops after' });
    for (let n = 0; n < 4; n += 1) {
      world.site.pass(10 * MINUTE_MS);
      await world.runDue();
    }
    // The lost answer had done it: the same words once more are no fault.
    expect(said()[0]).toContain('✕ Retiré');
    expect(await page(id)).not.toContain('pas encore à jour');
    expect(await needs()).toEqual([]);
  });

  it('what somebody deleted from the channel is said, and may be posted again while it holds', async () => {
    const id = await posted();
    posts.deletes(posts.posted[0]!.message_id);
    const corrected = await world.correctionOf(id);
    await world.runDue();
    expect(await state()).toBe('gone');
    expect(await page(corrected)).toContain('quelqu’un l’a supprimé');
    expect((await post(corrected)).status).toBe(303);
    await world.runDue();
    expect(said()).toEqual([expect.stringContaining('Corrigé (2)')]);
  });

  it('a channel that is taken out of the settings is said, and one that was changed keeps its posts', async () => {
    const id = await posted();
    board = undefined;
    await withdraw(id);
    await world.runDue();
    expect(await page(id)).toContain('Aucune chaîne n’est réglée');
    board = boardHere('@ailleurs_encore');
    world.site.pass(60 * MINUTE_MS);
    await world.runDue();
    expect(said()[0]).toContain('✕ Retiré');
  });
});

describe('B10, COMMIT 10: what is written before and after a call', () => {
  const N = 'ML-2026-0009';
  const SHOWS = { version: 1, kind: 'published' } as const;
  const ordered = async () => {
    const store = postsStore(world.site.connection.db!);
    await store.order({ number: N, board: '@x', token: 't', at: 0, day: '2026-11-21' });
    return store;
  };

  it('an attempt found on its way by another run is in doubt, and nothing leaves', async () => {
    const id = await world.itemIn('published');
    await post(id);
    await postsStore(world.site.connection.db!).begin('ML-2026-0001', 'of a process that died', SHOWS);
    await world.runDue();
    expect([await state(), said()]).toEqual(['unknown', []]);
  });

  it('one attempt begins, and one order is taken', async () => {
    const store = await ordered();
    const tries = await Promise.all(['a', 'b', 'c'].map((attempt) => store.begin(N, attempt, SHOWS)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    const again = { number: N, board: '@x', token: 'u', at: 1, day: '2026-11-21' };
    expect([await store.order(again), await store.orderAgain(again, 'failed')]).toEqual([false, false]);
  });

  it('what is learnt late counts more than the doubt, and less than a person’s decision', async () => {
    const store = await ordered();
    await store.begin(N, 'a', SHOWS);
    await store.doubt(N);
    await store.end(N, 'a', { state: 'posted', place: '-100:1' });
    expect(await store.find(N)).toMatchObject({ state: 'posted', place: '-100:1' });
    await store.gone(N);
    const again = { number: N, board: '@x', token: 'u', at: 1, day: '2026-11-21' };
    expect(await store.orderAgain(again, 'gone')).toBe(true);
    await store.end(N, 'a', { state: 'posted', place: '-100:1' });
    expect(await state()).toBe('waiting');
    await store.begin(N, 'b', SHOWS);
    await store.end(N, 'a', { state: 'failed', code: 'x' });
    expect(await state()).toBe('posting');
    await store.end(N, 'b', { state: 'unknown', code: 'lost' });
    expect(await store.found(N, '-100:2')).toBe(true);
    await store.end(N, 'b', { state: 'failed', code: 'x' });
    expect(await store.find(N)).toMatchObject({ state: 'posted', place: '-100:2' });
  });
});

describe('B10: the words of a post', () => {
  const statement = (over: Partial<UpdateContent>, more: object = {}) =>
    ({
      ...{ number: 'ML-2026-0042', version: 1, kind: 'published', at: '2026-11-21T10:00:00Z', reason: null },
      ...{ publisher: { id: 'o', name: 'Maison de la paix' }, content: buildContent(over) },
      ...more,
    }) as unknown as Parameters<typeof postText>[0]['now'];
  const item = (now: ReturnType<typeof statement>) => ({
    number: now.number,
    versions: [now],
    now,
    demo: false,
  });
  const long = (letter: string) => ({
    title: 'Titre',
    first: `${letter} `.repeat(150),
    second: letter.repeat(300),
    audio: '',
  });

  it.each([400, 600, 1000, 1500, 4096])('are cut to %i units, and keep title, code and link', (longest) => {
    const now = statement(
      { texts: { fr: long('é'), bm: long('👩') } },
      { publisher: { id: 'o', name: 'ɲ'.repeat(90) } },
    );
    const text = postText(item(now), LINK, longest);
    expect(text.length).toBeLessThanOrEqual(longest);
    expect(text).toContain('Titre');
    expect(text).toMatch(/ML-2026-0042 · .+\nhttps:\/\/t\.me\/benkan_bot\?start=lire-ML-2026-0001$/u);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(text.split('———')).toHaveLength(2);
  });

  it('a whole item needs no cut, and an item in Bambara alone says nothing in French', () => {
    const { texts } = buildContent();
    const bm = statement({ texts: { fr: { ...texts['fr']!, title: '', first: '' }, bm: { ...long('a') } } });
    const text = postText(item(bm), LINK, 4096);
    expect(text).not.toContain('…');
    expect(text).not.toContain('———');
    expect(text).toContain('a '.repeat(100));
  });

  it.each([
    ['un deux trois', 8, 'un deux…'],
    ['un deux trois', 13, 'un deux trois'],
    ['👩👩👩', 4, '👩…'],
    ['abc', 1, ''],
    ['abc', 0, ''],
  ])('%j in %i units is %j', (words, most, shown) => {
    expect(shortenedTo(words, most)).toBe(shown);
  });
});

describe('B10: the pace of a channel', () => {
  it('no more than twenty a minute are tried; the next is told to wait', async () => {
    const here = boardHere(board!.name);
    for (let n = 0; n < 20; n += 1)
      expect(await here.post('x', async () => true)).toMatchObject({ kind: 'posted' });
    const late = await here.post('x', async () => true);
    expect(late).toMatchObject({ kind: 'retry', code: 'full_minute' });
    expect(said()).toHaveLength(20);
  });

  it('where the house stops nothing leaves', async () => {
    const stopping = boardOf(
      () => [{ channel, board: channel.board! }],
      () => ({ atPace: async () => undefined }),
    )()!;
    expect(await stopping.post('x', async () => true)).toMatchObject({ kind: 'retry', code: 'stopping' });
    expect(await stopping.edit('@x:1', 'x')).toMatchObject({ kind: 'retry', code: 'stopping' });
  });

  it('without a channel there is no board', () => {
    expect(
      boardOf(
        () => [{ channel }],
        () => ({ atPace: async (_channel, _to, _lane, call) => call() }),
      )(),
    ).toBeUndefined();
  });
});
