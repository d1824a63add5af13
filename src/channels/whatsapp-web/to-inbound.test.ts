import { describe, expect, it } from '@jest/globals';
import { inbound } from '../../domain/message.ts';
import type { WebMessage } from './protocol.ts';
import { toInbound, voteToInbound } from './to-inbound.ts';

const CHAT = '22376123456@c.us';
const ID = `false_${CHAT}_3EB0A1B2C3D4E5F6`;
const read = (more: Partial<WebMessage> = {}, nth = 1) =>
  inbound.parse(
    toInbound(
      { id: ID, chat: CHAT, type: 'chat', sentAt: 1_795_000_000, text: 'I ni ce', ...more },
      { account: '22370000000', nth },
    ),
  );

describe('C2: a message as an Inbound', () => {
  it('names channel, account, person and address; its id is WhatsApp’s own, without the chat', () => {
    expect(read()).toMatchObject({
      ...{ channel: 'whatsapp-web', account: '22370000000', user: CHAT, address: CHAT },
      ...{ id: '3EB0A1B2C3D4E5F6', sentAt: 1_795_000_000 },
    });
  });

  it('an id of another form stays as it is, within its length', () => {
    expect(read({ id: 'x'.repeat(256) }).id).toHaveLength(128);
    expect(read({ id: 'odd' }).id).toBe('odd');
  });

  it('C12: an earlier second goes before; within one, what came first', () => {
    expect(read({ sentAt: 1 }, 9).order).toBeLessThan(read({ sentAt: 2 }, 1).order);
    expect(read({}, 1).order).toBeLessThan(read({}, 2).order);
    expect(Number.isSafeInteger(read({ sentAt: 4_000_000_000 }, 999_999).order)).toBe(true);
  });

  it.each([
    ['words', {}, { kind: 'text', text: 'I ni ce' }],
    ['an answer of an old list', { type: 'list_response', text: 'Awɔ' }, { kind: 'text', text: 'Awɔ' }],
    ['words sent on', { forwarded: true as const }, { kind: 'text', text: 'I ni ce', forwarded: true }],
    [
      'a picture sent on',
      { type: 'image', text: '', forwarded: true as const },
      { kind: 'media', media: 'photo', id: ID, forwarded: true },
    ],
    ['half a character', { text: 'a\uD83D' }, { kind: 'text', text: 'a\uFFFD' }],
    ['blanks', { text: ' \n ' }, { kind: 'unsupported', what: 'empty' }],
    ['a novel', { text: 'x'.repeat(4097) }, { kind: 'unsupported', what: 'too_long' }],
    ['a picture', { type: 'image', text: '' }, { kind: 'media', media: 'photo', id: ID }],
    [
      'U6: a picture and the words under it',
      { type: 'image', text: ' a caption\u0000 ' },
      { kind: 'media', media: 'photo', id: ID, caption: 'a caption' },
    ],
    ['a video, whose words nobody reads', { type: 'video', text: 'x' }, { kind: 'media', media: 'video' }],
    ['a voice note', { type: 'ptt', seconds: 7 }, { kind: 'media', media: 'voice', id: ID, seconds: 7 }],
    ['a round video', { type: 'ptv' }, { kind: 'media', media: 'video' }],
    ['a piece of music', { type: 'audio' }, { kind: 'media', media: 'other' }],
    ['cards', { type: 'multi_vcard' }, { kind: 'media', media: 'contact' }],
    [
      'a place',
      { type: 'location', at: { latitude: 12.6, longitude: -8 } },
      { kind: 'media', media: 'location', at: { lat: 12.6, lon: -8 } },
    ],
    [
      'a place at 91°',
      { type: 'location', at: { latitude: 91, longitude: 0 } },
      { kind: 'media', media: 'location' },
    ],
    ['words that were read before', { type: 'edited' }, { kind: 'unsupported', what: 'edited' }],
    ['a poll of theirs', { type: 'poll_creation' }, { kind: 'unsupported', what: 'message' }],
    ['a kind nobody knows', { type: 'hologram' }, { kind: 'unsupported', what: 'message' }],
    ['a name every object has', { type: 'constructor' }, { kind: 'unsupported', what: 'message' }],
  ])('%s', (_name, more, content) => {
    expect(read(more).content).toEqual(content);
  });
});

describe('C7: a vote as an Inbound', () => {
  const vote = { id: 'true_x_1.0.5', chat: CHAT, poll: 'true_x_1', option: 0 };
  const arrival = { account: '22370000000', nth: 1, now: 1_795_000_000_000 };

  it('is a tap on the choice that stood there', () => {
    expect(inbound.parse(voteToInbound(vote, 'token', arrival)).content).toEqual({
      kind: 'choice',
      token: 'token',
    });
  });

  it('in a poll that is forgotten chooses nothing: an old answer must not count for a new question', () => {
    expect(voteToInbound(vote, undefined, arrival).content).toEqual({ kind: 'unsupported', what: 'button' });
  });
});
