import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from './ask.ts';
import { entitiesIn } from './found-entities.ts';
import { startTelegram } from './index.ts';
import type { TelegramStandIn } from './index.ts';
import type { Params, Update } from './shapes.ts';

let telegram: TelegramStandIn;
beforeAll(async () => {
  telegram = await startTelegram();
  telegram.person(5).says('/start');
  telegram.person(6).says('/start');
  telegram.channel(-1001, 'benkan');
  telegram.channel(-1002, 'muette').bot({ can_post_messages: false });
  telegram.channel(-1003, 'ailleurs').bot({ status: 'left' });
  telegram.channel(-1004).bot({ status: 'left' });
  telegram.channel(-1005, 'fermee').bot({ status: 'kicked' });
  telegram.person(6).blocks();
});
afterAll(() => telegram.stop());

const text = (over: Params): Params => ({ chat_id: 5, text: 'x', ...over });
const button = (over: Params): Params =>
  text({ reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a', ...over }]] } });
const entity = (over: Params, words = 'a👩b'): Params =>
  text({ text: words, entities: [{ type: 'bold', offset: 0, length: 1, ...over }] });
const html = (words: string): Params => text({ text: words, parse_mode: 'HTML' });
const markdown = (words: string): Params => text({ text: words, parse_mode: 'MarkdownV2' });
const keys = (over: Params): Params => text({ reply_markup: { keyboard: [['A']], ...over } });
const key = (over: Params): Params => keys({ keyboard: [[{ text: 'A', request_contact: true, ...over }]] });
const HOOK = (over: Params): Params => ({ url: 'http://127.0.0.1/', ...over });
const commands = (over: Params): Params => ({
  commands: [{ command: 'aide', description: 'Aide', ...over }],
});

const contentIn = (update: Update, kind = 'message'): unknown => update[kind];

describe('C11: the stand-in refuses what Telegram refuses', () => {
  it.each<[rule: string, method: string, params: Params, code: number, words: RegExp]>([
    ['an empty text', 'sendMessage', text({ text: '' }), 400, /text is empty/],
    ['a text of spaces', 'sendMessage', text({ text: ' \n ' }), 400, /text is empty/],
    ['no text', 'sendMessage', { chat_id: 5 }, 400, /text is empty/],
    ['4,097 characters', 'sendMessage', text({ text: 'x'.repeat(4097) }), 400, /too long/],
    ['2,049 emoji (UTF-16 units count)', 'sendMessage', text({ text: '👩'.repeat(2049) }), 400, /too long/],
    ['half an emoji', 'sendMessage', text({ text: 'a\uD83D' }), 400, /UTF-8/],
    ['a parse_mode nobody knows', 'sendMessage', text({ parse_mode: 'BBCode' }), 400, /parse_mode/],
    ['two ways to mark', 'sendMessage', { ...entity({}), parse_mode: 'HTML' }, 400, /exclude/],
    ['HTML that is not closed', 'sendMessage', html('<b>x'), 400, /end tag corresponding to start tag "b"/],
    ['HTML closed by another', 'sendMessage', html('<b>x</i>'), 400, /offset 4, expected "<\/b>"/],
    [
      'HTML closed without being opened',
      'sendMessage',
      html('x</b>'),
      400,
      /Unexpected end tag at byte offset 1/,
    ],
    ['a tag it does not have', 'sendMessage', html('<blink>x</blink>'), 400, /Unsupported start tag "blink"/],
    ['a span that hides nothing', 'sendMessage', html('<span>x</span>'), 400, /Unsupported start tag "span"/],
    ['half a tag', 'sendMessage', html('ɛ <b'), 400, /Unclosed start tag at byte offset 3/],
    ['tags around nothing', 'sendMessage', html('<b></b>'), 400, /text is empty/],
    ['a full stop in MarkdownV2', 'sendMessage', markdown('a.'), 400, /'\.' is reserved/],
    [
      'a mark that is not closed',
      'sendMessage',
      markdown('ɛ *x'),
      400,
      /end of Bold entity at byte offset 3/,
    ],
    ['marks that cross', 'sendMessage', markdown('*a _b* c_'), 400, /end of/],
    ['no chat', 'sendMessage', { text: 'x' }, 400, /chat_id is empty/],
    ['a channel nobody knows', 'sendMessage', text({ chat_id: '@personne' }), 400, /chat not found/],
    [
      'a channel without the right to post',
      'sendMessage',
      text({ chat_id: '@muette' }),
      400,
      /^Bad Request: need administrator rights in the channel chat$/,
    ],
    [
      'a channel it is not in',
      'sendMessage',
      text({ chat_id: '@ailleurs' }),
      403,
      /^Forbidden: bot is not a member of the channel chat$/,
    ],
    [
      'a picture where it is not in',
      'sendPhoto',
      { chat_id: -1003, photo: 'x' },
      403,
      /not a member of the channel/,
    ],
    [
      'a channel it was thrown out of',
      'sendMessage',
      text({ chat_id: -1005 }),
      403,
      /^Forbidden: bot was kicked from the channel chat$/,
    ],
    ['a look at a channel nobody knows', 'getChat', { chat_id: -1999 }, 400, /chat not found/],
    ['a look at a private one it is not in', 'getChat', { chat_id: -1004 }, 403, /not a member/],
    ['a look at one it was thrown out of', 'getChat', { chat_id: '@fermee' }, 403, /was kicked/],
    ['its standing in that one', 'getChatMember', { chat_id: -1005, user_id: 4242 }, 403, /was kicked/],
    ['the standing of others', 'getChatMember', { chat_id: -1001, user_id: 5 }, 400, /no member but/],
    ['an edit in a channel it is not in', 'editMessageText', text({ chat_id: -1003 }), 403, /not a member/],
    ['someone who never wrote', 'sendMessage', text({ chat_id: 7 }), 400, /chat not found/],
    ['someone who blocked the bot', 'sendMessage', text({ chat_id: 6 }), 403, /blocked by the user/],
    ['entities that are no list', 'sendMessage', text({ entities: {} }), 400, /parse entities/],
    ['more than 100 entities', 'sendMessage', text({ entities: Array(101).fill({}) }), 400, /too many/],
    ['an entity of an unknown type', 'sendMessage', entity({ type: 'blink' }), 400, /type/],
    ['an entity before the text', 'sendMessage', entity({ offset: -1 }), 400, /offset/],
    ['an entity of no length', 'sendMessage', entity({ length: 0 }), 400, /offset/],
    ['an entity past the end', 'sendMessage', entity({ offset: 3, length: 2 }), 400, /BOUNDS/],
    ['an entity that ends inside an emoji', 'sendMessage', entity({ length: 2 }), 400, /BOUNDS/],
    ['an entity that is null', 'sendMessage', text({ entities: [null] }), 400, /MessageEntity/],
    ['a button without a label', 'sendMessage', button({ text: '' }), 400, /text buttons/],
    ['a button without an action', 'sendMessage', button({ callback_data: undefined }), 400, /no action/],
    ['callback_data of 0 bytes', 'sendMessage', button({ callback_data: '' }), 400, /BUTTON_DATA_INVALID/],
    [
      'callback_data of 65 bytes',
      'sendMessage',
      button({ callback_data: 'x'.repeat(65) }),
      400,
      /BUTTON_DATA_INVALID/,
    ],
    [
      '33 letters of 2 bytes',
      'sendMessage',
      button({ callback_data: 'ɛ'.repeat(33) }),
      400,
      /BUTTON_DATA_INVALID/,
    ],
    [
      '101 buttons',
      'sendMessage',
      text({ reply_markup: { inline_keyboard: Array(101).fill([{ text: 'A', callback_data: 'a' }]) } }),
      400,
      /TOO_LONG/,
    ],
    ['a keyboard that is no object', 'sendMessage', text({ reply_markup: 'x' }), 400, /object expected/],
    [
      'a parameter it does not know',
      'sendMessage',
      text({ disable_preview: true }),
      400,
      /knows no parameter/,
    ],
    ['keys that are no list', 'sendMessage', keys({ keyboard: {} }), 400, /non-empty Array/],
    ['no keys', 'sendMessage', keys({ keyboard: [] }), 400, /non-empty Array/],
    ['an empty row of keys', 'sendMessage', keys({ keyboard: [[]] }), 400, /row/],
    ['a key without words', 'sendMessage', key({ text: ' ' }), 400, /must be non-empty/],
    ['a key that is a number', 'sendMessage', keys({ keyboard: [[5]] }), 400, /must be an Object/],
    ['a key that asks for two things', 'sendMessage', key({ request_location: true }), 400, /one thing/],
    ['a key that asks with a word', 'sendMessage', key({ request_contact: 'yes' }), 400, /with true/],
    [
      'a misspelt request',
      'sendMessage',
      keys({ keyboard: [[{ text: 'A', ask_contact: true }]] }),
      400,
      /knows no/,
    ],
    ['a misspelt option of keys', 'sendMessage', keys({ one_time: true }), 400, /knows no/],
    ['a hint of 65', 'sendMessage', keys({ input_field_placeholder: 'x'.repeat(65) }), 400, /placeholder/],
    ['101 keys', 'sendMessage', keys({ keyboard: Array(101).fill(['A']) }), 400, /TOO_LONG/],
    [
      'keys taken away with a word',
      'sendMessage',
      text({ reply_markup: { remove_keyboard: 'x' } }),
      400,
      /true/,
    ],
    ['a forced reply', 'sendMessage', text({ reply_markup: { force_reply: true } }), 400, /simulated/],
    [
      'a key for a number in a channel',
      'sendMessage',
      { ...key({}), chat_id: '@benkan' },
      400,
      /private chats/,
    ],
    ['a channel nobody opened', 'sendMessage', text({ chat_id: '@other' }), 400, /chat not found/],
    [
      'kinds of updates that are no list',
      'getUpdates',
      { allowed_updates: 'message' },
      400,
      /Array of String/,
    ],
    [
      'kinds of updates that are no words',
      'setWebhook',
      HOOK({ allowed_updates: [1] }),
      400,
      /Array of String/,
    ],
    ['0 connections', 'setWebhook', HOOK({ max_connections: 0 }), 400, /max_connections/],
    ['connections that are no number', 'setWebhook', HOOK({ max_connections: 'x' }), 400, /max_connections/],
    ['a menu for some chats', 'setMyCommands', { ...commands({}), scope: { type: 'chat' } }, 400, /scope/],
    ['a menu in a language of three letters', 'getMyCommands', { language_code: 'bam' }, 400, /language/],
    ['rows that are no lists', 'sendMessage', text({ reply_markup: { inline_keyboard: ['x'] } }), 400, /row/],
    [
      'a button that is no object',
      'sendMessage',
      text({ reply_markup: { inline_keyboard: [['x']] } }),
      400,
      /button/,
    ],
    ['an edit of no message', 'editMessageText', text({ message_id: 99 }), 400, /to edit not found/],
    [
      'a new keyboard for no message',
      'editMessageReplyMarkup',
      { chat_id: 5, message_id: 99 },
      400,
      /to edit not found/,
    ],
    [
      'the removal of no message',
      'deleteMessage',
      { chat_id: 5, message_id: 99 },
      400,
      /to delete not found/,
    ],
    ['an action it does not know', 'sendChatAction', { chat_id: 5, action: 'dance' }, 400, /action/],
    [
      'an action in an unknown chat',
      'sendChatAction',
      { chat_id: 7, action: 'typing' },
      400,
      /chat not found/,
    ],
    [
      'an answer to an unknown tap',
      'answerCallbackQuery',
      { callback_query_id: 'x' },
      400,
      /query ID is invalid/,
    ],
    ['a command with a capital', 'setMyCommands', commands({ command: 'Aide' }), 400, /COMMAND_INVALID/],
    [
      'a command without a description',
      'setMyCommands',
      commands({ description: '' }),
      400,
      /DESCRIPTION_INVALID/,
    ],
    [
      'a description of 257',
      'setMyCommands',
      commands({ description: 'x'.repeat(257) }),
      400,
      /DESCRIPTION_INVALID/,
    ],
    [
      'a language of three letters',
      'setMyCommands',
      { commands: [], language_code: 'bam' },
      400,
      /language code/,
    ],
    ['commands that are no list', 'setMyCommands', { commands: {} }, 400, /Array/],
    ['a webhook without an address', 'setWebhook', {}, 400, /url/],
    ['an address that is none', 'setWebhook', { url: 'not one' }, 400, /invalid webhook URL/],
    [
      'a secret with a space',
      'setWebhook',
      { url: 'http://127.0.0.1/', secret_token: 'a b' },
      400,
      /unallowed/,
    ],
    [
      'a secret of 257',
      'setWebhook',
      { url: 'http://127.0.0.1/', secret_token: 'x'.repeat(257) },
      400,
      /unallowed/,
    ],
    [
      '101 connections',
      'setWebhook',
      { url: 'http://127.0.0.1/', max_connections: 101 },
      400,
      /max_connections/,
    ],
    ['an offset that is no number', 'getUpdates', { offset: 'x' }, 400, /Integer/],
    ['a negative offset (not simulated)', 'getUpdates', { offset: -1 }, 400, /not simulated/],
    ['a method it does not know', 'sendRocket', {}, 404, /method not found/],
  ])('%s', async (_rule, method, params, code, words) => {
    const answer = await ask(telegram, method, params);
    expect(answer).toMatchObject({ ok: false, error_code: code });
    expect(answer.description).toMatch(words);
  });

  it('an unknown token with 401, an impossible one with 404', async () => {
    expect(await ask({ ...telegram, token: '1:other' }, 'getMe')).toMatchObject({ error_code: 401 });
    expect(await ask({ ...telegram, token: 'other' }, 'getMe')).toMatchObject({ error_code: 404 });
  });

  it('a body that is no JSON', async () => {
    const answer = await fetch(`${telegram.root}/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
  });

  it('an edit that changes nothing, and a second answer to one tap', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'A', callback_data: 'once' }]] };
    const sent = await ask(telegram, 'sendMessage', text({ reply_markup: keyboard }));
    const { message_id } = sent.result as { message_id: number };
    const same = text({ message_id, reply_markup: keyboard });
    expect((await ask(telegram, 'editMessageText', same)).description).toMatch(/not modified/);
    const markup = { chat_id: 5, message_id, reply_markup: keyboard };
    expect((await ask(telegram, 'editMessageReplyMarkup', markup)).description).toMatch(/not modified/);
    const keyed = { ...markup, reply_markup: { keyboard: [['A']] } };
    expect((await ask(telegram, 'editMessageReplyMarkup', keyed)).description).toMatch(/inline/);
    const update = telegram.person(5).taps('once') as unknown as { callback_query: { id: string } };
    const answer = { callback_query_id: update.callback_query.id };
    expect(await ask(telegram, 'answerCallbackQuery', { ...answer, text: 'x'.repeat(201) })).toMatchObject({
      ok: false,
    });
    const again = telegram.person(5).taps('once') as unknown as { callback_query: { id: string } };
    const second = { callback_query_id: again.callback_query.id };
    expect(await ask(telegram, 'answerCallbackQuery', second)).toMatchObject({ ok: true });
    expect(await ask(telegram, 'answerCallbackQuery', second)).toMatchObject({ ok: false, error_code: 400 });
  });
});

describe('C11: the stand-in takes what Telegram takes', () => {
  it('messages, edits, removals, entities in UTF-16, forms', async () => {
    expect(await ask(telegram, 'sendMessage', text({ text: 'x'.repeat(4096) }))).toMatchObject({ ok: true });
    expect(await ask(telegram, 'sendMessage', entity({ offset: 1, length: 2 }))).toMatchObject({ ok: true });
    const sent = await ask(telegram, 'sendMessage', button({ callback_data: 'x'.repeat(64) }));
    const { message_id } = sent.result as { message_id: number };
    expect(await ask(telegram, 'editMessageText', text({ message_id, text: 'y' }))).toMatchObject({
      result: { text: 'y' },
    });
    expect(await ask(telegram, 'deleteMessage', { chat_id: 5, message_id })).toMatchObject({ ok: true });
    const form = await fetch(`${telegram.root}/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: '5', text: 'form' }),
    });
    expect(form.status).toBe(200);
    expect(telegram.person(5).received.at(-1)?.text).toBe('form');
  });

  it('keeps menus by language', async () => {
    await ask(telegram, 'setMyCommands', { ...commands({}), language_code: 'bm' });
    const { result } = await ask(telegram, 'getMyCommands', { language_code: 'bm' });
    expect(result).toEqual([{ command: 'aide', description: 'Aide' }]);
    expect((await ask(telegram, 'getMyCommands')).result).toEqual([]);
  });

  it('keys in the place of the phone’s own: they stay until they are taken away, and send what they ask for', async () => {
    const person = telegram.person(5);
    const rows = [['A', { text: 'B', request_contact: true }], [{ text: 'C', request_location: true }]];
    const sent = await ask(telegram, 'sendMessage', keys({ keyboard: rows, one_time_keyboard: true }));
    expect(sent.result).not.toHaveProperty('reply_markup');
    expect(contentIn(person.presses('A'))).toMatchObject({ text: 'A' });
    expect(contentIn(person.presses('B'))).toMatchObject({ contact: { user_id: 5 } });
    expect(contentIn(person.presses('C'))).toMatchObject({ location: {} });
    expect(() => person.presses('D')).toThrow('no such key');
    await ask(telegram, 'sendMessage', text({}));
    expect(person.keyboard).toMatchObject({ one_time_keyboard: true });
    await ask(telegram, 'sendMessage', text({ reply_markup: { remove_keyboard: true } }));
    expect(person.keyboard).toBeUndefined();
  });

  it('a post in a channel, and no sender in it', async () => {
    const channel = telegram.channel(-1001, 'benkan');
    const { result } = await ask(telegram, 'sendMessage', { chat_id: '@benkan', text: 'kibaru' });
    expect(result).not.toHaveProperty('from');
    expect(channel.posted.map((message) => message.text)).toEqual(['kibaru']);
    expect(contentIn(channel.posts('x'), 'channel_post')).toMatchObject({ chat: { type: 'channel' } });
    expect(channel.posted).toHaveLength(1);
  });

  it('a channel’s name in any case; what it is, and what the bot is in it', async () => {
    const look = async (chat_id: unknown): Promise<unknown> =>
      (await ask(telegram, 'getChat', { chat_id })).result;
    expect(await look('@BENKAN')).toMatchObject({ id: -1001, type: 'channel', username: 'benkan' });
    // A public one can be looked at by anybody who was not thrown out.
    expect(await look('@ailleurs')).toMatchObject({ id: -1003 });
    const standing = async (chat_id: unknown): Promise<unknown> =>
      (await ask(telegram, 'getChatMember', { chat_id, user_id: 4242 })).result;
    expect(await standing('@benkan')).toMatchObject({ status: 'administrator', can_post_messages: true });
    expect(await standing('@muette')).toMatchObject({ status: 'administrator', can_post_messages: false });
    expect(await standing('@ailleurs')).toEqual({ status: 'left', user: telegram.bot });
  });

  it('posts are edited with the right to post, those of others with a right of its own, deleted ones never', async () => {
    const channel = telegram.channel(-1006, 'edits');
    const edit = async (message_id: number, words: string): Promise<string | undefined> =>
      (await ask(telegram, 'editMessageText', { chat_id: '@edits', message_id, text: words })).description;
    const { result } = await ask(telegram, 'sendMessage', { chat_id: '@edits', text: 'un' });
    const { message_id: own } = result as { message_id: number };
    const { message_id: other } = channel.posts('x')['channel_post'] as { message_id: number };
    expect(await edit(own, 'deux')).toBeUndefined();
    expect(await edit(own, 'deux')).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    expect(await edit(other, 'deux')).toBe("Bad Request: message can't be edited");
    channel.bot({ can_edit_messages: true });
    expect(await edit(other, 'deux')).toBeUndefined();
    channel.bot({ can_post_messages: false });
    expect(await edit(own, 'trois')).toBe("Bad Request: message can't be edited");
    channel.bot({});
    channel.deletes(own);
    expect(await edit(own, 'trois')).toBe('Bad Request: message to edit not found');
  });

  it('marks of HTML and of MarkdownV2; offsets count UTF-16 units of what is shown', async () => {
    const shown = async (params: Params): Promise<unknown> =>
      (await ask(telegram, 'sendMessage', params)).result;
    expect(await shown(html('👩 <b>a <i>b</i></b> &lt;c&gt; &#x25b; &eacute;'))).toMatchObject({
      text: '👩 a b <c> ɛ &eacute;',
      entities: [
        { type: 'bold', offset: 3, length: 3 },
        { type: 'italic', offset: 5, length: 1 },
      ],
    });
    expect(await shown(markdown('*a* ||b|| `c.d` \\. __e__'))).toMatchObject({
      text: 'a b c.d . e',
      entities: [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'spoiler', offset: 2, length: 1 },
        { type: 'code', offset: 4, length: 3 },
        { type: 'underline', offset: 10, length: 1 },
      ],
    });
  });

  it('finds in typed words what Telegram finds, in UTF-16', () => {
    const found = (words: string): unknown[] =>
      entitiesIn(words).map(({ type, offset, length }) => [type, words.slice(offset, offset + length)]);
    expect(found('👩 /aide@b_bot #paix @awa_d a@b.ml https://a.ml/x +22376000000')).toEqual([
      ['bot_command', '/aide@b_bot'],
      ['hashtag', '#paix'],
      ['mention', '@awa_d'],
      ['email', 'a@b.ml'],
      ['url', 'https://a.ml/x'],
      ['phone_number', '+22376000000'],
    ]);
    expect(found('1/2 a/b et 76 00')).toEqual([]);
  });
});

describe('C11: the faults it is told to have', () => {
  it('429 with its pause, once', async () => {
    const does = { answer: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 };
    telegram.fail({ method: 'sendMessage', chat: 5, does });
    expect(await ask(telegram, 'sendMessage', text({ chat_id: 6 }))).toMatchObject({ error_code: 403 });
    expect(await ask(telegram, 'sendMessage', text({}))).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 3 },
    });
    expect(await ask(telegram, 'sendMessage', text({}))).toMatchObject({ ok: true });
  });

  it('a connection that ends before, and after, the message is taken', async () => {
    const before = telegram.person(5).received.length;
    telegram.fail({ does: 'drops before' });
    await expect(ask(telegram, 'sendMessage', text({}))).rejects.toThrow();
    expect(telegram.person(5).received).toHaveLength(before);
    telegram.fail({ does: 'drops after' });
    await expect(ask(telegram, 'sendMessage', text({}))).rejects.toThrow();
    expect(telegram.person(5).received).toHaveLength(before + 1);
  });

  it('a proxy’s page, and a slow answer', async () => {
    telegram.fail({ does: { page: 502 } });
    await expect(ask(telegram, 'getMe')).rejects.toThrow();
    telegram.fail({ does: { waitsMs: 30 } });
    const begun = performance.now();
    expect(await ask(telegram, 'getMe')).toMatchObject({ ok: true });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(25);
  });
});
