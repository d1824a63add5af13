import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../channels/until.ts';
import { type Linked, linked } from '../whatsapp-web/linked.ts';

const PEOPLE = 40;
const ROUNDS = 12;
const A_ROUND = 200;
const FAULTS = ['kill Chromium', 'kill the process', 'reload', 'throws before', 'throws after'] as const;
const person = (n: number): string => `${22_370_001_000 + (n % PEOPLE)}@c.us`;

/**
 * Everybody is answered by the number they wrote; a reply that is in doubt is sent once more and marked, as the outbox
 * does (COMMIT rule 10).
 */
describe('C2: the real library in Chromium, for long', () => {
  let house: Linked;
  let answered: number;
  let doubts: number;
  let account = '';

  beforeEach(async () => {
    house = await linked();
    answered = 0;
    doubts = 0;
    await house.start();
    await house.is('waiting');
    await house.whatsapp.order('scan');
    ({ account } = await house.is('ready'));
  });
  afterEach(() => house.close());

  /** Sends until something certain is known, and once more where nothing is. */
  async function reply(address: string, text: string, again = false): Promise<void> {
    for (;;) {
      const message = { id: text, address, lane: 'reply', text: again ? `↻ ${text}` : text } as const;
      const outcome = await house.channel().send(message, account);
      if (outcome.kind === 'retry') {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      if (outcome.kind === 'unknown' && !again) {
        doubts += 1;
        await reply(address, text, true);
      }
      answered += again ? 0 : 1;
      return;
    }
  }
  let looked = 0;
  const answerAll = (): void => {
    for (const { address, content } of house.store.taken.slice(looked))
      if (content.kind === 'text') void reply(address, `A ni ce ${content.text}`);
    looked = house.store.taken.length;
  };
  beforeEach(() => {
    looked = 0;
  });
  const say = (n: number): Promise<string> =>
    house.whatsapp.order('receive', { from: person(n), body: String(n) });

  it(`memory of both processes over ${ROUNDS * A_ROUND} messages and their answers`, async () => {
    const [pid = 0] = house.pids('whatsapp-web-', '.mjs');
    const sizes: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let n = round * A_ROUND; n < (round + 1) * A_ROUND; n += 1) await say(n);
      await until(
        () => {
          answerAll();
          return answered >= (round + 1) * A_ROUND;
        },
        () => answered,
        600_000,
      );
      const chromium = house.pids(house.folder).reduce((sum, each) => sum + memoryOf(each), 0);
      sizes.push(memoryOf(pid));
      console.info(
        `C2: after ${answered} messages: our process ${sizes.at(-1)!.toFixed(0)} MB, Chromium ${chromium.toFixed(0)} MB`,
      );
    }
    const half = sizes.slice(ROUNDS / 2);
    // V8 lets garbage lie for a while; what leaks grows by the message.
    expect(Math.min(...half.slice(-3))).toBeLessThan(1.25 * Math.max(...half.slice(0, 3)));
    expect(doubts).toBe(0);
  });

  it('everything goes wrong again and again: every message is answered, once or marked', async () => {
    const [most, every] = [300, 30];
    const pause = 40;
    for (let n = 0; n < most; n += 1) {
      const fault = FAULTS[Math.floor(n / every) % FAULTS.length];
      if (n % every === every / 2) await breaks(fault);
      await house.is('ready');
      // Whoever writes while nobody listens is found unread later: the driver's test; here the page must be open.
      await say(n);
      answerAll();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    await until(
      () => {
        answerAll();
        return answered >= house.store.taken.length && house.store.stored >= house.store.taken.length;
      },
      () => [answered, house.store.taken.length],
      120_000,
    );
    const bodies = house.store.taken.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    expect(new Set(bodies).size).toBe(bodies.length);
    const sent = house.whatsapp.happened
      .filter(({ kind }) => kind === 'sent')
      .map(({ body }) => String(body));
    const unmarked = sent.filter((body) => !body.startsWith('↻'));
    expect(new Set(unmarked).size).toBe(unmarked.length);
    for (const body of bodies) expect(sent.some((each) => each.endsWith(`A ni ce ${body}`))).toBe(true);
    console.info(
      `C2: ${bodies.length} of ${most} messages reached the page and were taken once each; ${sent.length} answers, ${doubts} of them in doubt and sent once more, marked`,
    );
    expect(bodies.length).toBeGreaterThan(0.9 * most);
  });

  async function breaks(fault: (typeof FAULTS)[number] | undefined): Promise<void> {
    const before = house.links.length;
    const [chromium] = house.pids(`--user-data-dir=${house.folder}`);
    if (fault === 'throws before' || fault === 'throws after') {
      await house.whatsapp.order('fails', fault);
      return;
    }
    if (fault === 'reload') await house.whatsapp.order('reload');
    else
      process.kill(
        fault === 'kill Chromium' ? chromium! : house.pids('whatsapp-web-', '.mjs')[0]!,
        'SIGKILL',
      );
    await house.is('ready', before);
  }
});

/** Resident, in MB. */
function memoryOf(pid: number): number {
  try {
    const [, kB = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  } catch {
    return 0;
  }
}
