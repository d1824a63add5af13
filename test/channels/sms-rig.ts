import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSettings } from '../../src/app/settings.ts';
import { smsGatewayIn } from '../../src/app/sms-settings.ts';
import { smsChannel } from '../../src/channels/sms/index.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import { type GatewayStandIn, startGateway } from '../sms/index.ts';
import { memoryPieces } from '../sms/memory-pieces.ts';
import type { Phone } from '../sms/phone.ts';
import { realClock } from '../universe/time.ts';
import type { Rig, RigMaker, Somebody, Trouble } from './rig.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Letters as they are, so that every script comes back as it went; what `plain` makes of them: src/channels/sms/plain.test.ts. */
const EXACT = { SMS_LETTERS: 'exact', SMS_MAX_PARTS: '255' };

export const smsRig: RigMaker = {
  name: 'sms',
  people: 'many',
  media: [],
  network: true,
  wordsAlone: true,
  open,
};

async function open(receive: Receive): Promise<Rig> {
  const door = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    channel.webhook(request, response),
  );
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const gateway = await startGateway({
    webhook: `http://127.0.0.1:${(door.address() as AddressInfo).port}/`,
  });
  const described = smsGatewayIn(readSettings({ ...gateway.settings, ...EXACT }));
  if (described === undefined) throw new Error('No gateway is set.');
  const channel = smsChannel({ ...described, pieces: memoryPieces(), clock: realClock, log: quiet });
  await channel.start(receive);
  return {
    channel,
    account: channel.account,
    person: (n) => somebody(gateway.phone(700 + n)),
    trouble: troubleOf(gateway),
    bringAgain: async () => {
      await gateway.deliveries.idle();
      const last = gateway.deliveries.tried.at(-1);
      if (last) await gateway.deliveries.once(last.body);
    },
    async close() {
      await channel.stop();
      await gateway.stop();
      await channel.close?.();
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

const somebody = (phone: Phone): Somebody => ({
  address: phone.number,
  says: (text) => phone.says(text),
  taps: (label) => phone.types(label),
  sends: () => {
    throw new Error('SMS brings words alone.');
  },
  sees: () => phone.shown,
});

const troubleOf = (gateway: GatewayStandIn): Trouble => ({
  gone: ({ address }) => {
    for (let n = 700; n < 710; n += 1)
      if (gateway.phone(n).number === address) gateway.phone(n).blocked = true;
  },
  busy: (seconds) => void gateway.faults.push({ status: 429, retryAfter: seconds }),
  lost: () => void gateway.faults.push('drops after'),
  unreachable: () => gateway.stop(),
});
