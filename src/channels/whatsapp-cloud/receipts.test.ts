import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../test/channels/until.ts';
import { realClock } from '../../../test/universe/time.ts';
import { CLOUD, type CloudStandIn, startCloud } from '../../../test/whatsapp-cloud/index.ts';
import { memoryWindows } from '../../../test/whatsapp-cloud/memory-windows.ts';
import type { Delivery, TellDelivery } from '../../conversation/ports.ts';
import { unavailable } from '../../domain/faults.ts';
import { whatsappCloudChannel, type WhatsappCloudChannel } from './index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let cloud: CloudStandIn;
let channel: WhatsappCloudChannel;
let door: http.Server;
let told: Delivery[];
let receipt: TellDelivery;
beforeEach(async () => {
  told = [];
  receipt = async (delivery) => void told.push(delivery);
  door = http.createServer((request, response) => channel.webhook(request, response));
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  cloud = await startCloud({ webhook: `http://127.0.0.1:${(door.address() as AddressInfo).port}/` });
  channel = whatsappCloudChannel({
    ...CLOUD,
    verifyToken: 'a-word',
    apiRoot: cloud.root,
    windows: memoryWindows(),
    clock: realClock,
    log: quiet,
    receipt: (delivery) => receipt(delivery),
  });
  await channel.start(async () => 'committed');
});
afterEach(async () => {
  await channel.stop();
  await cloud.stop();
  await channel.close?.();
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
});

const send = () => {
  const awa = cloud.person(1);
  awa.wroteAt = Date.now();
  return channel.send({ id: 'm', address: awa.address, lane: 'reply', text: 'i ni ce' }, channel.account);
};
const status = (id: string, state: string, more: object = {}) => ({ id, status: state, ...more });

describe('C9: receipts', () => {
  it('are told under the id that sending answered with', async () => {
    const outcome = await send();
    await until(() => told.length === 3);
    const as = outcome.kind === 'sent' ? outcome.as : undefined;
    expect(told).toEqual(['sent', 'delivered', 'read'].map((state) => ({ id: as, state })));
  });

  it('come in batches, in any order, beside messages; one that cannot be read takes no other with it', async () => {
    const failed = { errors: [{ code: 131026 }], pricing: { billable: true, category: 'utility' } };
    cloud.notify({
      statuses: [
        status('a', 'read'),
        7,
        status('a', 'sent'),
        status('b', 'failed', failed),
        status('c', 'x'),
      ],
    });
    await cloud.deliveries.idle();
    expect(told).toEqual([
      { id: 'a', state: 'read' },
      { id: 'a', state: 'sent' },
      { id: 'b', state: 'failed', code: '131026', gone: true, metered: 'utility' },
    ]);
  });

  it('T25: what the store could not keep is brought again', async () => {
    let away = 2;
    receipt = async (delivery) => {
      if ((away -= 1) >= 0) throw unavailable('store_unavailable', 'away');
      told.push(delivery);
    };
    cloud.notify({ statuses: [status('a', 'delivered')] });
    await cloud.deliveries.idle();
    expect(told).toEqual([{ id: 'a', state: 'delivered' }]);
    expect(cloud.deliveries.tried.map((tried) => tried.status)).toEqual([503, 503, 200]);
  });
});

describe('COMMIT 10: whether the platform answers', () => {
  it('is asked by a message it refuses, which nobody sees', async () => {
    expect(await channel.answers?.()).toBe(true);
    cloud.faults.push('drops after');
    expect(await channel.answers?.()).toBe(false);
    expect(cloud.person(1).shown).toEqual([]);
  });
});
