import { describe, expect, it } from '@jest/globals';
import { readNotification } from './notification.ts';
import { deliveryIn } from './statuses.ts';
import { toInbound } from './to-inbound.ts';

const OURS = '1';
const about = (value: object, number = OURS): object => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: 'w', changes: [{ field: 'messages', value: { metadata: { phone_number_id: number }, ...value } }] },
  ],
});
const message = (more: object = {}): object => ({
  id: 'wamid.1',
  from: '22370000001',
  timestamp: '1790000000',
  type: 'text',
  text: { body: 'i ni ce' },
  ...more,
});
const inboundOf = (given: object, nth = 1) => {
  const [read] = readNotification(about({ messages: [given] }), OURS).messages;
  return read && toInbound(read, OURS, nth);
};

describe('C3: a notification', () => {
  it('batches people, messages and statuses; a part that cannot be read takes no other with it', () => {
    const read = readNotification(
      about({
        messages: [message(), null, { id: 'x' }, message({ id: 'wamid.2', from: '22370000002' })],
        statuses: [{ id: 'wamid.9', status: 'sent' }, 'x'],
      }),
      OURS,
    );
    expect(read.messages.map(({ id }) => id)).toEqual(['wamid.1', 'wamid.2']);
    expect(read.statuses).toHaveLength(1);
    expect(read.malformed).toBe(3);
  });

  it('U6: says what was sent on, once or often; an answer to a message is none', () => {
    const text = { kind: 'text', text: 'i ni ce' };
    const sentOn = { ...text, forwarded: true };
    expect(inboundOf(message({ context: { forwarded: true } }))?.content).toEqual(sentOn);
    expect(inboundOf(message({ context: { frequently_forwarded: true } }))?.content).toEqual(sentOn);
    expect(inboundOf(message({ context: { from: '1', id: 'wamid.0' } }))?.content).toEqual(text);
    expect(inboundOf(message({ context: 'x' }))?.content).toEqual(text);
    const picture = message({
      type: 'image',
      text: undefined,
      image: { id: 'p', caption: 'Le pont' },
      context: { forwarded: true },
    });
    const photo = { kind: 'media', media: 'photo', id: 'p' };
    expect(inboundOf(picture)?.content).toEqual({ ...photo, caption: 'Le pont', forwarded: true });
    for (const caption of [7, ' ', 'x'.repeat(4097)])
      expect(
        inboundOf(message({ type: 'image', text: undefined, image: { id: 'p', caption } }))?.content,
      ).toEqual(photo);
  });

  it('for another number of the account is not ours', () => {
    expect(readNotification(about({ messages: [message()] }, '2'), OURS).messages).toEqual([]);
  });

  it.each([
    null,
    1,
    '',
    [],
    {},
    { object: 'page', entry: [] },
    { object: 'whatsapp_business_account', entry: 1 },
  ])('of no known shape is counted: %j', (body) => {
    expect(readNotification(body, OURS)).toEqual({ messages: [], statuses: [], malformed: 1 });
  });

  it('a value that is none is counted too', () => {
    const body = {
      object: 'whatsapp_business_account',
      entry: [{ changes: [{ field: 'messages', value: 7 }] }],
    };
    expect(readNotification(body, OURS).malformed).toBe(1);
  });
});

describe('C6: who it is from', () => {
  it('the business-scoped id names the person, the number is where the reply goes', () => {
    expect(inboundOf(message({ from_user_id: 'ML.1' }))).toMatchObject({
      user: 'ML.1',
      address: '22370000001',
    });
  });

  it('the id may stand beside the profile only', () => {
    const contacts = [{ wa_id: '22370000001', user_id: 'ML.1' }];
    const [read] = readNotification(about({ contacts, messages: [message()] }), OURS).messages;
    expect(read?.from_user_id).toBe('ML.1');
  });

  it('who hides the number is answered by the id', () => {
    const hidden = message({ from: undefined, from_user_id: 'ML.1' });
    expect(inboundOf(hidden)).toMatchObject({ user: 'ML.1', address: 'ML.1' });
  });

  it('an older message has the number only; one without either is nobody’s', () => {
    expect(inboundOf(message())).toMatchObject({ user: '22370000001', address: '22370000001' });
    expect(inboundOf(message({ from: undefined }))).toBeUndefined();
  });
});

describe('what it says', () => {
  it.each([
    [
      'a voice note',
      { type: 'audio', text: undefined, audio: { voice: true } },
      { kind: 'media', media: 'voice' },
    ],
    [
      'a voice note with its name',
      { type: 'audio', text: undefined, audio: { id: '17', voice: true } },
      { kind: 'media', media: 'voice', id: '17' },
    ],
    [
      'a photo',
      { type: 'image', text: undefined, image: { id: '18', mime_type: 'image/jpeg' } },
      { kind: 'media', media: 'photo', id: '18' },
    ],
    [
      'a photo that is a number',
      { type: 'image', text: undefined, image: 5 },
      { kind: 'media', media: 'photo' },
    ],
    [
      'a location',
      { type: 'location', text: undefined, location: { latitude: 12.6392, longitude: -8.0029 } },
      { kind: 'media', media: 'location', at: { lat: 12.6392, lon: -8.0029 } },
    ],
    [
      'a location at 91°',
      { type: 'location', text: undefined, location: { latitude: 91, longitude: 0 } },
      { kind: 'media', media: 'location' },
    ],
    ['a piece of music', { type: 'audio', text: undefined, audio: {} }, { kind: 'media', media: 'other' }],
    [
      'a button of a template',
      { type: 'button', text: undefined, button: { payload: '1abc' } },
      { kind: 'choice', token: '1abc' },
    ],
    ['a kind nobody knows', { type: 'hologram', text: undefined }, { kind: 'unsupported', what: 'message' }],
    ['blanks', { text: { body: ' \n ' } }, { kind: 'unsupported', what: 'empty' }],
    [
      'a name every object has',
      { type: 'constructor', text: undefined },
      { kind: 'unsupported', what: 'message' },
    ],
  ])('%s', (_name, more, content) => {
    expect(inboundOf(message(more))?.content).toEqual(content);
  });

  it('a reaction is no answer', () => {
    expect(inboundOf(message({ type: 'reaction', text: undefined }))).toBeUndefined();
  });

  it('C12: of one second, what came first is first; an earlier second goes before', () => {
    const order = (timestamp: string, nth: number) => inboundOf(message({ timestamp }), nth)?.order ?? 0;
    expect(order('1790000000', 1)).toBeLessThan(order('1790000000', 2));
    expect(order('1789999999', 9)).toBeLessThan(order('1790000000', 1));
    expect(Number.isSafeInteger(order('999999999', 999_999))).toBe(true);
  });
});

describe('C3: statuses', () => {
  it('tell what became of a message; a state that is none of theirs tells nothing', () => {
    const states = ['sent', 'delivered', 'read', 'failed', 'nonsense', 'constructor'].map(
      (status) => deliveryIn({ id: 'a', status })?.state,
    );
    expect(states).toEqual(['sent', 'delivered', 'read', 'failed', undefined, undefined]);
  });

  it('a failure says why, and whether the person is gone', () => {
    const failed = (code: number) => deliveryIn({ id: 'a', status: 'failed', errors: [{ code }] });
    expect(failed(131047)).toEqual({ id: 'a', state: 'failed', code: '131047' });
    for (const code of [131026, 131050])
      expect(failed(code)).toEqual({ id: 'a', state: 'failed', code: String(code), gone: true });
  });

  it('what costs money is named, what is free is not', () => {
    const priced = (pricing: { billable: boolean; category?: string }) =>
      deliveryIn({ id: 'a', status: 'sent', pricing });
    expect(priced({ billable: true, category: 'service' })).toMatchObject({ metered: 'service' });
    expect(priced({ billable: true })).toMatchObject({ metered: 'other' });
    expect(priced({ billable: false, category: 'service' })).toEqual({ id: 'a', state: 'sent' });
  });
});
