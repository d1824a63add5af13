import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import {
  forked,
  type Link,
  type WhatsappWebChannel,
  whatsappWebChannel,
} from '../../src/channels/whatsapp-web/index.ts';
import type { Delivery } from '../../src/conversation/ports.ts';
import { MemoryReceive } from '../channels/memory-receive.ts';
import { until } from '../channels/until.ts';
import { type MemoryLibrary, memoryLibrary } from '../media/memory-library.ts';
import { realClock } from '../universe/time.ts';
import { PATIENCE_MS, startWhatsapp, type WhatsappStandIn } from './index.ts';
import { pidsOf } from './pids.ts';

/** The watchdogs look and act sooner than they would. */
const SOON = {
  ...{ lookMs: 150, nudgeMs: 500, rebuildMs: 8_000, qrMs: 60_000, blindMs: 20_000, startMs: PATIENCE_MS },
  ...{ pauseMs: 50, answerMs: 8_000, beatMs: 3_000, dropMs: 100, dropAfterMs: 50 },
};

/** A channel with the real process, and everything around it in memory. */
export interface Linked {
  whatsapp: WhatsappStandIn;
  store: MemoryReceive;
  media: MemoryLibrary;
  deliveries: readonly Delivery[];
  /** Every state so far, the newest last. */
  links: readonly Link[];
  channel: () => WhatsappWebChannel;
  /** The session's own folder. */
  folder: string;
  /** Ids of the processes of this test whose command line holds all of these words. */
  pids(...words: string[]): number[];
  /** Waits until it stands so; what it stands for since the `after`-th state. */
  is<S extends Link['state']>(state: S, after?: number): Promise<Extract<Link, { state: S }>>;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is started yet. @param options more of the channel's */
export async function linked(
  options: Partial<Parameters<typeof whatsappWebChannel>[0]> = {},
): Promise<Linked> {
  const whatsapp = await startWhatsapp();
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-whatsapp-'));
  const script = await bundledProcess();
  const store = new MemoryReceive();
  const media = memoryLibrary();
  const deliveries: Delivery[] = [];
  const links: Link[] = [];
  const { PATH = '', HOME = '' } = process.env;
  const open = (): WhatsappWebChannel =>
    whatsappWebChannel({
      start: forked(script, { PATH, HOME }),
      folder,
      chromium: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-quic', ...whatsapp.chromiumArgs],
      media,
      clock: realClock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      tell: () => async (delivery) => void deliveries.push(delivery),
      watcher: (link) => void links.push(link),
      ...options,
      times: { ...SOON, ...options.times },
    });
  let channel = open();
  const stop = async (): Promise<void> => {
    await channel.stop();
    await channel.close();
  };
  return {
    ...{ whatsapp, store, media, deliveries, links, stop, folder },
    channel: () => channel,
    pids: (...words) => pidsOf(words),
    async is(state, after = 0) {
      const find = () => links.slice(after).findLast((link) => link.state === state);
      await until(
        () => find() !== undefined && links.at(-1)?.state === state,
        () => links.slice(after),
        PATIENCE_MS,
      );
      return find() as never;
    },
    async start() {
      channel = open();
      await channel.start(store.receive);
    },
    async close() {
      await stop();
      await whatsapp.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      await rm(script, { force: true });
    },
  };
}

/** The process as the sources say; it lies where `import` finds the packages. */
async function bundledProcess(): Promise<string> {
  const folder = path.resolve('node_modules', '.cache', 'benkan');
  const outfile = path.join(folder, `whatsapp-web-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [path.resolve('src/app/whatsapp-web-process.ts')],
    outfile,
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error' },
  });
  return outfile;
}
