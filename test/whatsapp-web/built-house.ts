import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Installation, installation } from '../app/installation.ts';
import { PATIENCE_MS, readyChild, type RunningChild, upToDate } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { startWhatsapp, type WhatsappStandIn } from './index.ts';
import { pidsOf } from './pids.ts';

const AWA = '22376123456@c.us';

/** The whole program as it is installed, with nothing of ours inside it: only Chromium is told where WhatsApp is. */
export function builtHouse(): void {
  let database: TestDatabase;
  let whatsapp: WhatsappStandIn;
  let place: Installation;
  let running: RunningChild;

  beforeAll(async () => {
    await upToDate();
    database = await testDatabase();
    whatsapp = await startWhatsapp();
    place = await installation({
      MONGODB_URI: database.uri,
      LOG_LEVEL: 'info',
      WHATSAPP_DRIVER: 'web',
      CHROMIUM_PATH: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      CHROMIUM_ARGS: JSON.stringify(['--no-sandbox', ...whatsapp.chromiumArgs]),
    });
    running = await readyChild(place);
  }, 2 * PATIENCE_MS);
  afterAll(async () => {
    await running.kill();
    await whatsapp.close();
    await database.drop();
    await place.remove();
  }, PATIENCE_MS);

  const printed = (words: string): Promise<void> =>
    until(
      () => running.out().includes(words),
      () => running.out() + running.err(),
      PATIENCE_MS,
    );
  const here = (): number[] => pidsOf([place.folder]);

  it(
    'prints the code in the terminal, is linked, talks, and its logs name nobody',
    async () => {
      await printed('scan this code');
      expect(running.out()).toContain(`${place.url}/staff/whatsapp`);
      await whatsapp.order('scan');
      await printed('WhatsApp: linked.');
      await whatsapp.order('receive', { from: AWA, body: 'i ni ce' });
      const first = await whatsapp.next('sent');
      expect(first).toMatchObject({ to: AWA, type: 'chat' });
      const lines = String(first['body']).split('\n');
      const choice = lines.find((line) => line.startsWith('1. '));
      expect(choice).toBeDefined();
      const before = whatsapp.happened.length;
      await whatsapp.order('receive', { from: AWA, body: '1' });
      expect((await whatsapp.next('sent', before))['body']).not.toBe(first['body']);
      expect(running.out() + running.err()).not.toMatch(/22376123456|i ni ce/);
    },
    PATIENCE_MS,
  );

  it(
    'leaves nothing behind when it is killed: neither its process nor Chromium',
    async () => {
      expect(here().length).toBeGreaterThan(1);
      await running.kill();
      await until(() => here().length === 0, here);
    },
    PATIENCE_MS,
  );
}
