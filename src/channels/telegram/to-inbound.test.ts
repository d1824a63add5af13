import { describe, expect, it } from '@jest/globals';
import { inbound as inboundSchema } from '../../domain/message.ts';
import { toInbound } from './to-inbound.ts';

const person = { id: 7, is_bot: false, first_name: 'A' };
const chat = { id: 7, type: 'private' };
const bot = { id: 4242, is_bot: true, first_name: 'B' };

const message = (over: object, update: object = {}): object => ({
  update_id: 10,
  message: { message_id: 3, date: 1_700_000_000, chat, from: person, ...over },
  ...update,
});
const tap = (over: object): object => ({
  update_id: 10,
  callback_query: {
    id: 'q1',
    from: person,
    chat_instance: 'c',
    message: { message_id: 3, date: 0, chat },
    data: 'ab',
    ...over,
  },
});
const membership = (status: string, over: object = {}): object => ({
  update_id: 10,
  my_chat_member: { chat, from: person, date: 5, old_chat_member: {}, new_chat_member: { status }, ...over },
});
const edit = (over: object): object => {
  const edited_message = { message_id: 3, date: 1_700_000_000, edit_date: 1_700_000_009, chat, from: person };
  return { update_id: 10, edited_message: { ...edited_message, text: 'x', ...over } };
};
const contentOf = (update: unknown): unknown => {
  const reading = toInbound(update, '4242');
  if ('ignored' in reading) return reading;
  expect(inboundSchema.parse(reading.inbound)).toEqual(reading.inbound);
  return reading.inbound.content;
};
const text = (given: string): unknown => contentOf(message({ text: given }));

describe('an update becomes an Inbound', () => {
  it('names channel, account, person, address, id and order', () => {
    expect(toInbound(message({ text: 'aw ni ce' }), '4242')).toEqual({
      inbound: {
        channel: 'telegram',
        account: '4242',
        user: '7',
        address: '7',
        id: '10',
        order: 10,
        sentAt: 1_700_000_000,
        content: { kind: 'text', text: 'aw ni ce' },
      },
    });
  });

  it.each([
    ['voice', 'voice'],
    ['photo', 'photo'],
    ['video', 'video'],
    ['video_note', 'video'],
    ['document', 'document'],
    ['sticker', 'sticker'],
    ['location', 'location'],
    ['contact', 'contact'],
    ['audio', 'other'],
    ['poll', 'other'],
    ['dice', 'other'],
  ])('%s is media of the kind %s', (field, media) => {
    expect(contentOf(message({ [field]: {} }))).toEqual({ kind: 'media', media });
  });

  it('what is inside media is never opened: 91°, NaN, a contact of someone else, a photo that is a number', () => {
    expect(contentOf(message({ location: { latitude: 91, longitude: 'NaN' } }))).toMatchObject({
      media: 'location',
    });
    expect(contentOf(message({ contact: { phone_number: 7, user_id: 99 } }))).toMatchObject({
      media: 'contact',
    });
    expect(contentOf(message({ photo: 5, caption: 'stop' }))).toMatchObject({ media: 'photo' });
  });

  it('C1: of a contact the number is read where it is the sender’s own, and of nobody else', () => {
    const contact = { phone_number: '22376000000', first_name: 'A', user_id: 7 };
    expect(contentOf(message({ contact }))).toEqual({
      kind: 'media',
      media: 'contact',
      phone: '+22376000000',
    });
    for (const over of [
      { user_id: 99 },
      { user_id: undefined },
      { phone_number: '+' },
      { phone_number: '76 00' },
      { phone_number: '1'.repeat(16) },
    ])
      expect(contentOf(message({ contact: { ...contact, ...over } }))).toEqual({
        kind: 'media',
        media: 'contact',
      });
  });

  it('an animation is a video, a venue a location, whatever comes with them', () => {
    expect(contentOf(message({ animation: {}, document: {} }))).toMatchObject({ media: 'video' });
    expect(contentOf(message({ venue: {}, location: {} }))).toMatchObject({ media: 'location' });
  });

  it('a message of a kind nobody knows is unsupported', () => {
    expect(contentOf(message({ hologram: {} }))).toEqual({ kind: 'unsupported', what: 'message' });
  });

  it('U6: a forwarded message is a message, and says so; a command that is sent on is the command', () => {
    const origin = { forward_origin: { type: 'hidden_user' } };
    expect(contentOf(message({ text: 'x', ...origin }))).toEqual({
      kind: 'text',
      text: 'x',
      forwarded: true,
    });
    expect(contentOf(message({ photo: [{ file_id: 'p' }], ...origin }))).toEqual({
      ...{ kind: 'media', media: 'photo', id: 'p', forwarded: true },
    });
    expect(contentOf(message({ photo: [{ file_id: 'p' }], caption: ' a\nb ', ...origin }))).toEqual({
      ...{ kind: 'media', media: 'photo', id: 'p', caption: 'a\nb', forwarded: true },
    });
    expect(contentOf(message({ voice: { file_id: 'v' }, caption: 'a' }))).not.toHaveProperty('caption');
    expect(contentOf(message({ text: '/menu', ...origin }))).toEqual({ kind: 'intent', intent: 'menu' });
  });

  it('a date that makes no sense is left out', () => {
    for (const date of [-1, 'x', 1.5, null])
      expect(toInbound(message({ text: 'x', date }), '1')).not.toHaveProperty('inbound.sentAt');
  });
});

describe('text is made well-formed, and otherwise left alone', () => {
  it.each([
    ['a\uD800b', 'a\uFFFDb'],
    ['\uDC00', '\uFFFD'],
    ['👩🏿‍🌾', '👩🏿‍🌾'],
    ['a\0b', 'ab'],
    ['\uFEFFaide', 'aide'],
    ['  a\u202Eb\u200Bc  ', '  a\u202Eb\u200Bc  '],
    ['e\u0301', 'e\u0301'],
  ])('%j → %j', (given, kept) => {
    expect(text(given)).toEqual({ kind: 'text', text: kept });
  });

  it('4,096 characters pass, one more is too long, 1 MB as well', () => {
    expect(text('x'.repeat(4096))).toMatchObject({ kind: 'text' });
    expect(text('x'.repeat(4097))).toEqual({ kind: 'unsupported', what: 'too_long' });
    expect(text('👩'.repeat(500_000))).toEqual({ kind: 'unsupported', what: 'too_long' });
  });

  it('nothing but NUL and spaces is empty', () => {
    for (const given of ['', '\0', ' \n\t', '\uFEFF'])
      expect(text(given)).toEqual({ kind: 'unsupported', what: 'empty' });
  });
});

describe('taps', () => {
  it('bring the token untouched, and the query to confirm', () => {
    const token = 'aB3-_~:/+=.ɛ ';
    expect(toInbound(tap({ data: token }), '1')).toMatchObject({
      inbound: { content: { kind: 'choice', token }, user: '7', address: '7' },
      tap: 'q1',
    });
  });

  it.each([
    ['empty', ''],
    ['absent', undefined],
    ['65 bytes', 'x'.repeat(65)],
    ['33 letters of 2 bytes', 'ɛ'.repeat(33)],
    ['half an emoji', '\uD83D'],
    ['with a NUL', 'a\0b'],
  ])('%s callback data never left from here', (_name, data) => {
    expect(contentOf(tap({ data }))).toEqual({ kind: 'unsupported', what: 'button' });
  });

  it('staff words in a forged tap are a token like any other', () => {
    expect(contentOf(tap({ data: 'admin:publish:1' }))).toEqual({ kind: 'choice', token: 'admin:publish:1' });
  });

  it('without a message, the answer goes to the person', () => {
    expect(toInbound(tap({ message: undefined }), '1')).toMatchObject({ inbound: { address: '7' } });
  });
});

describe('C1: words that are changed after they were read', () => {
  it('are told apart, whatever they are now, under the date of the message', () => {
    for (const over of [{}, { text: '/stop' }, { text: undefined, photo: [], caption: 'x' }])
      expect(contentOf(edit(over))).toEqual({ kind: 'unsupported', what: 'edited' });
    expect(toInbound(edit({}), '1')).toMatchObject({ inbound: { sentAt: 1_700_000_000, id: '10' } });
  });
});

describe('presence', () => {
  it.each([
    ['kicked', { kind: 'presence', present: false }],
    ['member', { kind: 'presence', present: true }],
    ['administrator', { ignored: 'no_change' }],
  ])('%s', (status, content) => {
    expect(contentOf(membership(status))).toEqual(content);
  });
});

describe('what is none of ours is ignored', () => {
  it.each<[string, unknown, string]>([
    ['a group', message({ text: 'x', chat: { id: -5, type: 'group' } }), 'not_private'],
    ['a channel post without a sender', message({ text: 'x', from: undefined }), 'not_private'],
    ['a bot', message({ text: 'x', from: bot }), 'from_a_bot'],
    [
      'a tap in a group',
      tap({ message: { message_id: 1, chat: { id: -5, type: 'supergroup' } } }),
      'not_private',
    ],
    ['a tap of a bot', tap({ from: bot }), 'from_a_bot'],
    ['a change in a group', membership('kicked', { chat: { id: -5, type: 'group' } }), 'not_private'],
    ['a live position that moves on', edit({ text: undefined, location: {} }), 'no_change'],
    ['an edit in a group', edit({ chat: { id: -5, type: 'group' } }), 'not_private'],
    ['an edit of a bot', edit({ from: bot }), 'from_a_bot'],
    ['an edited post of a channel', { update_id: 1, edited_channel_post: {} }, 'unknown_kind'],
    ['a channel post', { update_id: 1, channel_post: {} }, 'unknown_kind'],
    ['a reaction', { update_id: 1, message_reaction: {} }, 'unknown_kind'],
    ['a kind of tomorrow', { update_id: 1, teleport: {} }, 'unknown_kind'],
  ])('%s', (_name, update, ignored) => {
    expect(toInbound(update, '1')).toEqual({ ignored });
  });

  it.each([
    ['null', null],
    ['an array', []],
    ['a string', 'x'],
    ['no id', { message: {} }],
    ...[-1, 2 ** 53, Number.MAX_VALUE, Number.POSITIVE_INFINITY, '1', 1.5, {}, null, true].map(
      (id) => [`the id ${JSON.stringify(id)}`, { update_id: id, message: {} }] as [string, unknown],
    ),
    ['a message that is null', { update_id: 1, message: null }],
    ['a message that is a list', { update_id: 1, message: [] }],
    ['an edit that is empty', { update_id: 1, edited_message: {} }],
    ['a sender without an id', message({ text: 'x', from: { is_bot: false } })],
    ['a sender whose id is text', message({ text: 'x', from: { id: '7', is_bot: false } })],
    ['text that is an object', message({ text: { $ne: null } })],
    ['a tap without an id', tap({ id: undefined })],
    ['a tap whose id is an object', tap({ id: {} })],
    ['a change without a status', membership('kicked', { new_chat_member: {} })],
  ])('malformed: %s', (_name, update) => {
    expect(toInbound(update, '1')).toEqual({ ignored: 'malformed' });
  });

  it('the id 0 is an id', () => {
    expect(toInbound(message({ text: 'x' }, { update_id: 0 }), '1')).toMatchObject({
      inbound: { id: '0', order: 0 },
    });
  });

  it('__proto__ and constructor are names like any other', () => {
    const update: unknown = JSON.parse(
      '{"update_id":1,"__proto__":{"message":{}},"constructor":{"prototype":{"x":1}},"message":{"__proto__":{"text":"x"},"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false}}}',
    );
    expect(contentOf(update)).toEqual({ kind: 'unsupported', what: 'message' });
    expect({}).not.toHaveProperty('x');
  });
});
