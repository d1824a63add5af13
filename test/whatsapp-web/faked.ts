import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import {
  type Link,
  whatsappWebChannel,
  type WhatsappWebChannel,
  type WhatsappWebOptions,
} from '../../src/channels/whatsapp-web/index.ts';
import type { Receive, SendOutcome } from '../../src/conversation/ports.ts';
import type { Outbound } from '../../src/domain/message.ts';
import { MemoryReceive } from '../channels/memory-receive.ts';
import { testClock } from '../universe/time.ts';
import { FakeProcesses } from './fake-process.ts';

export const ACCOUNT = '22370000000';
export const AWA = '22376123456@c.us';
export const READY = { state: 'ready', account: ACCOUNT } as const;
/** Any program that may be run. */
export const CHROMIUM = process.execPath;
export const clock = testClock();

/* A channel over a process that is only played; all of it anew for each test. */
export let folder: string;
export let processes: FakeProcesses;
export let store: MemoryReceive;
export let links: Link[];
export let warned: object[];
export let channel: WhatsappWebChannel;

/** To be called once in a file of tests. */
export function playEachProcess(): void {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'benkan-link-'));
    processes = new FakeProcesses();
    store = new MemoryReceive();
    links = [];
    warned = [];
  });
  afterEach(async () => {
    await channel.stop();
    await channel.close();
    rmSync(folder, { recursive: true });
  });
}

export async function open(
  more: Partial<WhatsappWebOptions> = {},
  receive: Receive = store.receive,
): Promise<void> {
  channel = whatsappWebChannel({
    start: processes.start,
    folder,
    chromium: CHROMIUM,
    clock,
    log: {
      info: () => undefined,
      warn: (fields) => void warned.push(fields),
      error: (fields) => void warned.push(fields),
    },
    watcher: (link) => void links.push(link),
    ...more,
    times: { ...SOON, ...more.times },
  });
  await channel.start(receive);
}

const SOON = { pauseMs: 5, longestPauseMs: 20, lookAgainMs: 5, answerMs: 50, fetchMs: 50, closeMs: 50 };

export const send = (more: Partial<Outbound> = {}): Promise<SendOutcome> =>
  channel.send({ id: 'm', address: AWA, lane: 'reply', text: 'A ni ce', ...more }, ACCOUNT);
