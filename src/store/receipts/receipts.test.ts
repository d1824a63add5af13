import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestStore, testStore } from '../../../test/universe/store.ts';
import { testClock } from '../../../test/universe/time.ts';
import type { OutItem } from '../../conversation/conversation.ts';
import type { Delivery } from '../../conversation/ports.ts';
import { openCollections } from '../collections.ts';
import { Receipts } from './receipts.ts';
import { RECEIPT_COLLECTIONS, RECEIPTS, type ReceiptDoc, STATES } from './shapes.ts';

const clock = testClock();
let store: TestStore;
let receipts: Receipts;
const another = () => new Receipts(store.connection, store.keyring.fingerprint, store.keyring.sealer, clock);
beforeAll(async () => {
  store = await testStore({ clock });
  await openCollections(store.connection.db!, RECEIPT_COLLECTIONS);
  receipts = another();
});
afterAll(() => store.close());

const CONVERSATION = Buffer.alloc(16, 7).toString('base64url');
const buildItem = (id: string, broadcast?: string): OutItem => ({
  message: { id, address: '22370000001', lane: 'broadcast', text: 'Kibaru' },
  route: { channel: 'w', account: '1', address: '22370000001' },
  again: 0,
  ...(broadcast !== undefined && { broadcast }),
});
const left = (as: string, broadcast?: string) =>
  receipts.left({ conversation: CONVERSATION, item: buildItem(as, broadcast), state: 'sent', as });
const told = (id: string, state: Delivery['state'], more: Partial<Delivery> = {}) =>
  receipts.told('w', '1', { id, state, ...more });
const rows = () => store.connection.collection<ReceiptDoc>(RECEIPTS).find().toArray();

describe('C9: receipts', () => {
  it('only move forward, out of order, in batches, and told more than once', async () => {
    const orders: Delivery['state'][][] = [
      ['sent', 'delivered', 'read'],
      ['read', 'delivered', 'sent'],
      ['delivered', 'read', 'sent', 'delivered'],
    ];
    await Promise.all(
      orders.map(async (states, n) => {
        await left(`order-${n}`, 'orders');
        for (const state of states) await told(`order-${n}`, state);
      }),
    );
    expect(await receipts.figures('orders')).toEqual({
      ...{ unknown: 0, sent: 0, failed: 0, delivered: 0, read: 3 },
    });
  });

  it('may come before we know ourselves that the message has left', async () => {
    await told('early', 'delivered');
    await left('early', 'early ones');
    expect((await receipts.figures('early ones')).delivered).toBe(1);
  });

  it('a failure says why; what is on the phone has not failed', async () => {
    await left('a', 'failures');
    await left('b', 'failures');
    await told('a', 'failed', { code: '131047' });
    await told('a', 'sent');
    await told('b', 'delivered');
    await told('b', 'failed', { code: '1' });
    expect(await receipts.figures('failures')).toMatchObject({ failed: 1, delivered: 1 });
    expect((await rows()).find(({ code }) => code === '131047')?.reached).toBe(STATES.indexOf('failed'));
  });

  it('hundreds at once, from two processes, are kept each once', async () => {
    const other = another();
    const ids = Array.from({ length: 200 }, (_, n) => `many-${n}`);
    await Promise.all(
      ids.flatMap((id) => [
        left(id, 'many'),
        other.told('w', '1', { id, state: 'delivered' }),
        told(id, 'sent'),
      ]),
    );
    expect(await receipts.figures('many')).toMatchObject({ sent: 0, delivered: 200 });
  });

  it('what is in doubt, or was refused, counts by our own id', async () => {
    const fate = (id: string, state: 'unknown' | 'failed') =>
      receipts.left({ conversation: CONVERSATION, item: buildItem(id, 'doubts'), state, code: 'x' });
    await fate('d1', 'unknown');
    await fate('d1', 'unknown');
    await fate('d2', 'failed');
    expect(await receipts.figures('doubts')).toMatchObject({ unknown: 1, failed: 1, sent: 0 });
  });

  it('T1, T6: neither the address, nor the words, nor the platform’s id, nor the talk is in them', async () => {
    await left('wamid.secret', 'update:1');
    const all = JSON.stringify(await rows());
    const hex = Buffer.from(CONVERSATION, 'base64url').toString('hex');
    for (const secret of ['22370000001', 'Kibaru', 'wamid', 'secret', CONVERSATION, hex])
      expect(all).not.toContain(secret);
  });
});

describe('W2: what became of what staff said', () => {
  const SEATED = Buffer.alloc(17, 9).toString('base64url');
  const said = (id: string, more: { as?: string; state?: 'failed' | 'unknown' } = {}) => {
    const item = { ...buildItem(id), saidIn: SEATED };
    return receipts.left({ conversation: CONVERSATION, item, state: 'sent', ...more });
  };

  it('is found by our own id, moves as its platform tells, and names its talk to whoever waits for the news', async () => {
    await said('r1', { as: 'wamid.r1' });
    await said('r2', { state: 'failed' });
    await said('r3', { as: 'wamid.r3' });
    await receipts.left({ conversation: CONVERSATION, item: buildItem('b'), state: 'sent', as: 'wamid.b' });
    expect(await told('wamid.r1', 'read')).toEqual({ metered: false, reply: SEATED });
    expect(await told('wamid.b', 'read')).toEqual({ metered: false });
    expect([...(await receipts.fates(['r1', 'r2', 'r3', 'r4']))]).toEqual([
      ...[
        ['r1', 'read'],
        ['r2', 'failed'],
        ['r3', 'sent'],
      ],
    ]);
    expect(await receipts.fates([])).toEqual(new Map());
  });

  it('news that come before we know that it has left are not lost', async () => {
    expect(await told('wamid.early', 'delivered')).toEqual({ metered: false });
    await said('r5', { as: 'wamid.early' });
    expect((await receipts.fates(['r5'])).get('r5')).toBe('delivered');
    expect(await told('wamid.early', 'failed', { code: '131026', gone: true })).toMatchObject({
      gone: SEATED,
    });
  });

  it('T1, T6: its talk stands sealed, and no id of ours in clear', async () => {
    const all = JSON.stringify(await rows());
    for (const secret of ['"r1"', 'wamid', SEATED]) expect(all).not.toContain(secret);
  });
});

describe('C9: 131026 and 131050, told later', () => {
  it('name the talk whose person is gone; an id nobody knows names none', async () => {
    await left('gone');
    expect(await told('gone', 'failed', { code: '131026', gone: true })).toEqual({
      ...{ metered: false, gone: CONVERSATION },
    });
    expect(await told('of nobody', 'failed', { code: '131026', gone: true })).toEqual({ metered: false });
  });
});

describe('C3: messages paid for', () => {
  it('count once each, whatever the platform repeats, over processes and restarts', async () => {
    const news: Delivery['state'][] = ['sent', 'delivered', 'delivered', 'read'];
    const other = another();
    const counted = await Promise.all(
      news.flatMap((state) => [
        told('paid', state, { metered: 'service' }),
        other.told('w', '1', { id: 'paid', state, metered: 'service' }),
      ]),
    );
    await told('free', 'sent');
    await told('template', 'sent', { metered: 'marketing.$inc' });
    expect(counted.filter(({ metered }) => metered)).toHaveLength(1);
    expect(await another().metered('w')).toBe(2);
  });

  it('belong to their month', async () => {
    clock.advance(31 * 86_400_000);
    expect(await receipts.metered('w')).toBe(0);
    await told('later', 'sent', { metered: 'service' });
    expect(await receipts.metered('w')).toBe(1);
  });
});
