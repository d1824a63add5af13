import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../conversation/ports.ts';
import { unavailable } from '../../domain/faults.ts';
import { Deliveries } from './deliveries.ts';
import type { SmsReport } from './notification.ts';

let told: Delivery[];
let deliveries: Deliveries;
beforeEach(() => {
  told = [];
  deliveries = new Deliveries(async (news) => void told.push(news));
});
const tell = (id: string, state: SmsReport['state'], code?: string) => deliveries.told({ id, state, code });

describe('C9: what becomes of messages', () => {
  it('of one SMS: as the gateway tells it; a code only of a failure, and only where it can be said', async () => {
    await tell('g1', 'sent', 'E0');
    await tell('g1', 'delivered');
    await tell('g2', 'failed', 'E1');
    await tell('g3', 'failed', 'no +22370000001');
    expect(told).toEqual([
      { id: 'g1', state: 'sent' },
      { id: 'g1', state: 'delivered' },
      { id: 'g2', state: 'failed', code: 'E1' },
      { id: 'g3', state: 'failed' },
    ]);
  });

  it('of several SMS: delivered with the last that is missing, whatever the order; failed with any', async () => {
    deliveries.left(['g1', 'g2', 'g3']);
    await tell('g3', 'delivered');
    await tell('g3', 'delivered');
    await tell('g1', 'sent');
    expect(told).toEqual([]);
    await tell('g1', 'delivered');
    await tell('g2', 'delivered');
    expect(told).toEqual([{ id: 'g3', state: 'delivered' }]);
    deliveries.left(['g4', 'g5']);
    await tell('g4', 'failed');
    expect(told.at(-1)).toEqual({ id: 'g5', state: 'failed' });
  });

  it('says so when it cannot be kept: the gateway comes again', async () => {
    const away = new Deliveries(() => Promise.reject(unavailable('store_unavailable', 'x')));
    await expect(away.told({ id: 'g1', state: 'sent', code: undefined })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
