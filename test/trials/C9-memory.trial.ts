import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { startGateway } from '../sms/index.ts';
import { type Phone, telegramPhone, webPhone } from '../app/phones.ts';
import { readyChild } from '../app/running.ts';
import { talkingPlace } from '../app/talking-place.ts';
import { testDatabase } from '../mongo/database.ts';
import { cloudSettings } from '../delivery/three-doors.ts';
import { startCloud } from '../whatsapp-cloud/index.ts';

/** Of the process that speaks Telegram, WhatsApp (Cloud API), SMS and the chat page; WhatsApp Web's own is in C2. */
const MINUTES = Number(process.env['MEMORY_MINUTES'] ?? 12);
const WARM_UP_MINUTES = 4;
const PEOPLE_A_CHANNEL = 30;
/** Twenty messages a minute are taken of one person. */
const EVERY_MS = 3500;
const SAMPLE_MS = 20_000;
const WORDS = ['menu', 'aide', 'sondage', '1', 'nouvelles', 'je ne sais pas', 'kibaruya', 'langue', '1'];

type Says = Pick<Phone, 'says'>;

it('C9, T34: the memory of the process that speaks on four channels stays what it is', async () => {
  const database = await testDatabase();
  const place = await talkingPlace(database.uri, { keepCalls: 100 });
  const cloud = await startCloud({ webhook: `${place.url}/webhooks/whatsapp` });
  const gateway = await startGateway({
    webhook: `${place.url}/webhooks/sms`,
    ...{ shows: 'secret', joins: false, brings: { partsOf: 60 }, reports: true },
  });
  Object.assign(place.env, gateway.settings, cloudSettings(cloud));
  const child = await readyChild(place);
  const people = Array.from({ length: PEOPLE_A_CHANNEL }, (_, n) => n + 1);
  const phones: Says[] = [
    ...people.map((n) => telegramPhone(place.telegram, n)),
    ...people.map((n) => ({ says: async (text: string) => cloud.person(n).says(text) })),
    ...people.map((n) => ({ says: async (text: string) => gateway.phone(n).says(text) })),
    ...(await Promise.all(people.map(() => webPhone(place)))),
  ];
  const over = new AbortController();
  const talks = phones.map((phone, nth) => talk(phone, nth, over.signal));
  const samples: number[] = [];
  for (let at = 0; at < MINUTES * 60_000; at += SAMPLE_MS) {
    await pause(SAMPLE_MS);
    samples.push(megabytes(child.process.pid ?? 0));
  }
  over.abort();
  const said = (await Promise.all(talks)).reduce((sum, n) => sum + n, 0);
  const settled = samples.slice((WARM_UP_MINUTES * 60_000) / SAMPLE_MS);
  const half = Math.floor(settled.length / 2);
  const [early, late] = [median(settled.slice(0, half)), median(settled.slice(half))];
  console.info(
    `C9: ${said} messages of ${phones.length} people on four channels in ${MINUTES} minutes; resident MB every ` +
      `${SAMPLE_MS / 1000} s: ${samples.join(' ')}; median ${early} MB, later ${late} MB`,
  );
  await child.stop();
  for (const each of [cloud, gateway]) await each.stop();
  await place.close();
  await database.drop();
  expect(said).toBeGreaterThan(MINUTES * 60);
  expect(late / early).toBeLessThan(1.1);
}, 3_600_000);

/** Says one word after the other until it is over. @returns how many */
async function talk(phone: Says, nth: number, over: AbortSignal): Promise<number> {
  let said = 0;
  while (!over.aborted) {
    await phone.says(WORDS[(said + nth) % WORDS.length] ?? '').catch(() => undefined);
    said += 1;
    await pause(EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
  return said;
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[of.length >> 1] ?? 0;

function megabytes(pid: number): number {
  const [, kB = '0'] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kB) / 1024);
}
