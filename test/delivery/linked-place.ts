import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whatsappWebChannel } from '../../src/channels/whatsapp-web/index.ts';
import type { SendAnswer, ToProcess } from '../../src/channels/whatsapp-web/protocol.ts';
import { realClock } from '../universe/time.ts';
import { type FakeProcess, FakeProcesses } from '../whatsapp-web/fake-process.ts';
import type { OpenPlace } from './places.ts';

const ACCOUNT = '22370000000';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TIMES = { pauseMs: 5, longestPauseMs: 20, answerMs: 1000, closeMs: 50 };
const SLOW_MS = 300;

/**
 * WhatsApp with an ordinary number. The process with the library is played on its own end of the protocol: it refuses,
 * asks for a pause, does not know, falls silent, and dies before a message has left or after it. The real library in
 * real Chromium is the trial C2, at the pace of a quick person.
 */
export const linkedPlace: OpenPlace = async ({ chance, faults = {} }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-link-'));
  const processes = new FakeProcesses();
  const shown = new Map<string, string[]>();
  let nth = 0;

  processes.hears = (heard, from) => {
    if (heard.kind === 'begin') from.says({ kind: 'stage', stage: { state: 'ready', account: ACCOUNT } });
    // What was said is answered later, as by another process.
    else if (heard.kind === 'send') setImmediate(() => happens(heard, from));
  };

  function happens(heard: Extract<ToProcess, { kind: 'send' }>, from: FakeProcess): void {
    const answer = (given: SendAnswer): void =>
      from.says({ kind: 'answer', call: heard.call, answer: given });
    const leaves = (): string => {
      shown.set(heard.to, [...(shown.get(heard.to) ?? []), heard.text]);
      return `sent-${(nth += 1)}`;
    };
    const { busy = 0, refuses = 0, failsBefore = 0, failsAfter = 0, slow = 0 } = faults;
    const { resetsBefore = 0, resetsAfter = 0, silent = 0 } = faults;
    let dice = chance();
    const falls = (part: number): boolean => (dice -= part) < 0;
    if (falls(busy)) answer({ kind: 'retry', afterMs: SLOW_MS, code: 'busy' });
    else if (falls(refuses)) answer({ kind: 'refused', code: 'not_on_whatsapp', gone: false });
    else if (falls(failsBefore)) answer({ kind: 'unknown', code: 'evaluation_failed' });
    else if (falls(failsAfter)) {
      leaves();
      answer({ kind: 'unknown', code: 'evaluation_failed' });
    } else if (falls(resetsBefore)) from.ends('crashed');
    else if (falls(resetsAfter)) {
      leaves();
      from.ends('crashed');
    } else if (falls(silent)) leaves();
    else if (falls(slow)) setTimeout(() => answer({ kind: 'sent', id: leaves() }), SLOW_MS);
    else answer({ kind: 'sent', id: leaves() });
  }

  const channel = whatsappWebChannel({
    ...{
      start: processes.start,
      folder,
      chromium: process.execPath,
      clock: realClock,
      log: quiet,
      times: TIMES,
    },
  });
  await channel.start(async () => 'committed');
  const address = (n: number): string => `223${String(70_000_000 + n)}@c.us`;
  return {
    ...{ name: 'whatsapp-web', channel, account: ACCOUNT, address },
    seen: (n) => shown.get(address(n)) ?? [],
    async close() {
      await channel.stop();
      await channel.close();
      await rm(folder, { recursive: true });
    },
  };
};
