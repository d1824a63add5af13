import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whatsappWebChannel } from '../../src/channels/whatsapp-web/index.ts';
import type { ToProcess } from '../../src/channels/whatsapp-web/protocol.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import type { MediaKind } from '../../src/domain/message.ts';
import { realClock } from '../universe/time.ts';
import { type FakeProcess, FakeProcesses } from '../whatsapp-web/fake-process.ts';
import type { Rig, RigMaker, Seen, Somebody, Trouble } from './rig.ts';

const ACCOUNT = '22370000000';
const PAUSE_MS = 5_000;
/** WhatsApp's names of the kinds. */
const TYPES: Partial<Record<MediaKind, string>> = {
  ...{ voice: 'ptt', photo: 'image', video: 'video', document: 'document', sticker: 'sticker' },
  ...{ location: 'location', contact: 'vcard' },
};
/** WhatsApp tells no length here; the test's recordings have this one. */
const RECORDING_SECONDS = 2;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** By the protocol of its process; the process itself: test/whatsapp-web. */
export const whatsappWebRig: RigMaker = {
  name: 'whatsapp-web',
  people: 'many',
  media: ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'],
  network: true,
  typed: true,
  usualPauseMs: PAUSE_MS,
  open,
};

async function open(receive: Receive, media: MediaLibrary): Promise<Rig> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-whatsapp-rig-'));
  const world = new World();
  const channel = whatsappWebChannel({
    start: world.processes.start,
    folder,
    chromium: process.execPath,
    media,
    clock: realClock,
    log: quiet,
    times: { answerMs: 200, pauseMs: 60_000 },
  });
  await channel.start(receive);
  world.processes.stage({ state: 'ready', account: ACCOUNT });
  return {
    channel,
    account: ACCOUNT,
    person: (n) => world.somebody(`${22_370_000_700 + n}@c.us`),
    trouble: world.trouble,
    bringAgain: async () => world.bring(),
    async close() {
      await channel.stop();
      await channel.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Message = Extract<Parameters<FakeProcess['says']>[0], { kind: 'message' }>['message'];

/** WhatsApp behind the process: who wrote what, and what everybody sees. */
class World {
  readonly processes = new FakeProcesses();
  readonly #seen = new Map<string, Shown[]>();
  readonly #gone = new Set<string>();
  #next: 'busy' | 'lost' | undefined;
  #said = 0;
  #last: Message | undefined;

  constructor() {
    this.processes.hears = (heard, from) => this.#hears(heard, from);
  }

  readonly trouble: Trouble = {
    gone: ({ address }) => void this.#gone.add(address),
    busy: () => {
      this.#next = 'busy';
    },
    lost: () => {
      this.#next = 'lost';
    },
    unreachable: async () => this.processes.last.ends('chromium_gone'),
  };

  somebody(address: string): Somebody {
    const seen = this.#seenBy(address);
    return {
      address,
      says: (text) => this.#write(address, { type: 'chat', text: text.slice(0, 4097) }),
      taps: (label) => {
        const offers = seen.flatMap((each) => each.offers);
        const typed = offers.findLast((offer) => offer.label === label)?.typed;
        if (typed === undefined) throw new Error(`Nothing is labelled ${label}.`);
        this.#write(address, { type: 'chat', text: typed });
      },
      sends: (media) => {
        const at = { latitude: 12.64, longitude: -8 };
        this.#write(address, { type: TYPES[media] ?? media, ...(media === 'location' && { at }) });
      },
      sees: () =>
        seen.map(({ offers, ...rest }) => ({ ...rest, labels: offers.map((offer) => offer.label) })),
    };
  }

  /** Brings a message, or the last one once more. */
  bring(message = this.#last): void {
    if (message === undefined) return;
    this.#last = message;
    this.processes.last.says({ kind: 'message', ref: (this.#said += 1), message });
  }

  #write(chat: string, what: Pick<Message, 'type'> & Partial<Message>): void {
    const id = `false_${chat}_3EB0${String((this.#said += 1)).padStart(12, '0')}`;
    this.bring({ id, chat, sentAt: Math.floor(Date.now() / 1000), text: '', ...what });
  }

  #hears(heard: ToProcess, from: FakeProcess): void {
    if (heard.kind !== 'send' && heard.kind !== 'play') return;
    const { call, to } = heard;
    const how = this.#next;
    this.#next = undefined;
    if (how === 'busy') {
      from.says({ kind: 'answer', call, answer: { kind: 'retry', afterMs: PAUSE_MS, code: 'offline' } });
      return;
    }
    if (this.#gone.has(to)) {
      from.says({ kind: 'answer', call, answer: { kind: 'refused', code: 'no_account', gone: true } });
      return;
    }
    const seen = this.#seenBy(to);
    if (heard.kind === 'send') seen.push(shownIn(heard.text));
    else if (heard.type === 'image/jpeg') seen.at(-1)!.picture = true;
    else seen.at(-1)!.audio = RECORDING_SECONDS;
    if (how !== 'lost')
      from.says({ kind: 'answer', call, answer: { kind: 'sent', id: `true_${to}_${call}` } });
  }

  #seenBy(address: string): Shown[] {
    const seen = this.#seen.get(address) ?? [];
    this.#seen.set(address, seen);
    return seen;
  }
}

/** A message as it stands on a phone; `typed`: what a line says may be typed for it. */
interface Shown extends Omit<Seen, 'labels'> {
  offers: { typed: string; label: string }[];
}

/** The numbered lines at the end are what is offered; words stand before them always. */
function shownIn(body: string): Shown {
  const lines = body.split('\n');
  const from = Math.max(1, lines.findLastIndex((line) => offerIn(line) === undefined) + 1);
  return {
    text: lines.slice(0, from).join('\n'),
    offers: lines.slice(from).flatMap((line) => offerIn(line) ?? []),
  };
}

/** A label may begin with its own number. */
function offerIn(line: string): { typed: string; label: string } | undefined {
  const [, typed, label = line] = /^(\d{1,4})(?!\d)(?:\. (.+))?/.exec(line) ?? [];
  return typed === undefined ? undefined : { typed, label };
}
