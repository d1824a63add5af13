import { describe, expect, it } from '@jest/globals';
import { readEdit, readMessage, readVote } from './read-message.ts';

const ID = 'false_22376123456@c.us_3EB0A1B2C3D4E5F6';
const message = (more: object = {}): object => ({
  id: { _serialized: ID, fromMe: false },
  from: '22376123456@c.us',
  type: 'chat',
  timestamp: 1_795_000_000,
  body: 'I ni ce',
  isStatus: false,
  ...more,
});

describe('C2: a message as the library has it', () => {
  it('from somebody in a private chat is read', () => {
    expect(readMessage(message())).toEqual({
      ...{ id: ID, chat: '22376123456@c.us', type: 'chat', sentAt: 1_795_000_000, text: 'I ni ce' },
    });
  });

  it('C6: from somebody who hides the number as well', () => {
    expect(readMessage(message({ from: '99887766554433@lid' }))?.chat).toBe('99887766554433@lid');
  });

  it('U6: that was sent on says so', () => {
    expect(readMessage(message({ isForwarded: true }))).toMatchObject({ forwarded: true });
    expect(readMessage(message({ isForwarded: 'x' }))).not.toHaveProperty('forwarded');
  });

  it.each([
    ['of a group', { from: '123-456@g.us' }],
    ['of a status', { from: 'status@broadcast' }],
    ['marked as a status', { isStatus: true }],
    ['of a channel', { from: '123@newsletter' }],
    ['of our own', { id: { _serialized: ID, fromMe: true } }],
    ...['e2e_notification', 'revoked', 'reaction', 'call_log', 'ciphertext', 'gp2', 'album'].map(
      (type) => [`that is ${type}`, { type }] as const,
    ),
    ['without an id', { id: null }],
    ['from an address that is none', { from: '../../etc@c.us' }],
    ['of no time', { timestamp: 'now' }],
  ])('%s is left alone', (_name, more) => {
    expect(readMessage(message(more))).toBeUndefined();
  });

  it.each([null, 7, 'x', [], {}, { id: {} }])('of no known shape is left alone: %j', (given) => {
    expect(readMessage(given)).toBeUndefined();
  });

  it('what is too long is cut where it shows', () => {
    expect(readMessage(message({ body: 'x'.repeat(70_000) }))?.text).toHaveLength(4097);
  });

  it('a card’s numbers are not read; a length in words is a number; nonsense is left out', () => {
    expect(readMessage(message({ type: 'vcard', body: 'TEL:+22370000009' }))?.text).toBe('');
    expect(readMessage(message({ type: 'ptt', body: undefined, duration: '12' }))).toMatchObject({
      seconds: 12,
      text: '',
    });
    expect(readMessage(message({ type: 'ptt', duration: 'long' }))).not.toHaveProperty('seconds');
    expect(readMessage(message({ type: 'location', location: { latitude: 'x' } }))).not.toHaveProperty('at');
  });
});

describe('C2: an edit as the library has it', () => {
  it('is a message of its own, the same one however often it is told', () => {
    const edits = ['A ni ce', 'A ni ce', 'A ni wula'].map((body) =>
      readEdit(message({ body }), body, 'I ni ce'),
    );
    expect(edits[0]).toMatchObject({ type: 'edited', chat: '22376123456@c.us' });
    expect(new Set(edits.map((edit) => edit?.id)).size).toBe(2);
  });

  it.each([
    ['a body that was not there before', {}, ''],
    ['a body that stays', {}, 'I ni ce'],
    ['a picture that was loaded', { type: 'image' }, 'thumbnail'],
    ['of our own', { id: { _serialized: ID, fromMe: true } }, 'A ni ce'],
  ])('%s is none', (_name, more, before) => {
    expect(readEdit(message(more), 'I ni ce', before)).toBeUndefined();
  });
});

describe('C2: a vote as the library has it', () => {
  const POLL = 'true_22376123456@c.us_3EB0A1B2C3D4E5F7';
  const vote = (more: object = {}): object => ({
    voter: { server: 'lid', user: '99', _serialized: '99@lid' },
    selectedOptions: [{ localId: 1, name: 'Ayi' }],
    interractedAtTs: 5,
    parentMessage: { id: { _serialized: POLL, fromMe: true }, to: '22376123456@c.us' },
    ...more,
  });

  it('is of the chat the poll went to, whatever id the voter has in it', () => {
    expect(readVote(vote(), [])).toEqual({
      ...{ id: `${POLL}.1.5`, chat: '22376123456@c.us', poll: POLL, option: 1 },
    });
  });

  it('brought twice has the same id; another choice, or the same one later, has another', () => {
    const ids = [
      vote(),
      vote(),
      vote({ interractedAtTs: 6 }),
      vote({ selectedOptions: [{ localId: 0 }] }),
    ].map((given) => readVote(given, [])?.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
  });

  it.each([
    ['taken back', { selectedOptions: [] }],
    ['in a poll that is not ours', { parentMessage: { id: { _serialized: POLL, fromMe: false }, to: 'x' } }],
    ['in a poll nobody remembers', { parentMessage: {} }],
    ['in a group', { parentMessage: { id: { _serialized: POLL, fromMe: true }, to: '1-2@g.us' } }],
  ])('%s is left alone', (_name, more) => {
    expect(readVote(vote(more), [])).toBeUndefined();
  });

  it('of whoever has our own phone in hand is left alone', () => {
    expect(readVote(vote(), ['22370000000@c.us', '99@lid'])).toBeUndefined();
  });
});
