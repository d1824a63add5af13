import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type NotificationPlaces, readNotification } from './notification.ts';

const PLACES: NotificationPlaces = {
  message: {
    from: 'from',
    to: 'to',
    text: 'text',
    id: 'id',
    at: 'at',
    ref: 'ref',
    part: 'part',
    parts: 'parts',
  },
  report: { id: 'id', state: 'status', code: 'reason' },
  states: new Map([
    ['success', 'delivered'],
    ['failed', 'failed'],
  ]),
};
const read = (body: unknown, places = PLACES) => readNotification(body, places, '223');
const sms = { from: '70000001', text: 'Aw ni ce', id: 'g1' };

describe('C15: what a gateway brings', () => {
  it('an SMS, its number in one form', () => {
    expect(read(sms)).toEqual({
      messages: [{ from: '+22370000001', text: 'Aw ni ce', id: 'g1', at: undefined, piece: undefined }],
      reports: [],
      ignored: 0,
    });
  });

  it('a report of a message of ours', () => {
    expect(read({ id: 'g7', status: 'FAILED', reason: 'E1' }).reports).toEqual([
      { id: 'g7', state: 'failed', code: 'E1' },
    ]);
    expect(read({ id: 7, status: 'Success' }).reports).toEqual([
      { id: '7', state: 'delivered', code: undefined },
    ]);
  });

  it('several at once; what cannot be read takes no other with it', () => {
    const list = [
      sms,
      null,
      'x',
      { ...sms, from: 'Orange' },
      { id: 'g1', status: 'Success' },
      { ...sms, id: 'g2' },
    ];
    const found = read(list);
    expect([found.messages.length, found.reports.length, found.ignored]).toEqual([2, 1, 3]);
    const inside = { ...PLACES, message: { ...PLACES.message, each: 'results' } };
    expect(read({ results: list }, inside).messages).toHaveLength(2);
    expect(read(sms, inside).messages).toHaveLength(1);
  });

  it('a batch without end is cut', () => {
    const found = read(Array.from({ length: 1_200 }, (_, n) => ({ ...sms, id: `g${n}` })));
    expect([found.messages.length, found.ignored]).toEqual([1_000, 200]);
  });

  it.each([
    ['a short code', { ...sms, from: '36000' }],
    ['the name of a company', { ...sms, from: 'Orange' }],
    ['nobody', { ...sms, from: undefined }],
    ['no text', { ...sms, text: undefined }],
    ['a text that is a list', { ...sms, text: ['x'] }],
    ['nothing that makes it this one', { ...sms, id: undefined }],
    ['our own SMS, brought back', { ...sms, to: '+22370000001' }],
    ['a state of tomorrow', { id: 'g1', status: 'levitating' }],
    ['a report of nothing', { id: '', status: 'Success' }],
    ['an id without end', { id: 'x'.repeat(129), status: 'Success' }],
    ['nothing', {}],
    ['operators', { from: { $ne: null }, text: { $gt: '' }, id: '1' }],
  ])('%s is left alone', (_name, body) => {
    expect(read(body)).toEqual({ messages: [], reports: [], ignored: 1 });
  });

  it('a part of a longer message, where the gateway says so and it can be', () => {
    const piece = (more: object) => read({ ...sms, ...more }).messages[0]?.piece;
    expect(piece({ ref: '17', part: 2, parts: '3' })).toEqual({ ref: '17', n: 2, of: 3 });
    for (const odd of [
      { ref: '17', part: 1, parts: 1 },
      { ref: '17', part: 4, parts: 3 },
      { ref: '17', part: 0, parts: 3 },
      { ref: '17', part: '1.5', parts: 3 },
      { ref: '17', part: 1, parts: 256 },
      { ref: '', part: 1, parts: 3 },
      { ref: 'x'.repeat(65), part: 1, parts: 3 },
      { part: 1, parts: 3 },
    ])
      expect(piece(odd)).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const { messages, reports, ignored } = read(body);
        expect(messages.length + reports.length + ignored).toBeGreaterThanOrEqual(
          Array.isArray(body) ? 0 : 1,
        );
      }),
    );
  });
});
