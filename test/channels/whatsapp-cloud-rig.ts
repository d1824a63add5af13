import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { whatsappCloudChannel } from '../../src/channels/whatsapp-cloud/index.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import { realClock } from '../universe/time.ts';
import { CLOUD, type CloudStandIn, startCloud } from '../whatsapp-cloud/index.ts';
import { memoryWindows } from '../whatsapp-cloud/memory-windows.ts';
import { type MEDIA, offersOf, type Person, type Shown } from '../whatsapp-cloud/person.ts';
import type { Rig, RigMaker, Seen, Somebody, Trouble } from './rig.ts';

/** One message in six seconds to one person, for good. */
const PAIR_LIMIT = 131056;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const whatsappCloudRig: RigMaker = {
  name: 'whatsapp-cloud',
  people: 'many',
  media: ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'],
  network: true,
  usualPauseMs: 6_000,
  open,
};

async function open(receive: Receive, media: MediaLibrary): Promise<Rig> {
  const door = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    channel.webhook(request, response),
  );
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const cloud = await startCloud({ webhook: `http://127.0.0.1:${(door.address() as AddressInfo).port}/` });
  const channel = whatsappCloudChannel({
    ...CLOUD,
    verifyToken: 'a-word',
    apiRoot: cloud.root,
    windows: memoryWindows(),
    media,
    clock: realClock,
    log: quiet,
  });
  await channel.start(receive);
  return {
    channel,
    account: channel.account,
    person: (n) => somebody(cloud.person(700 + n)),
    trouble: troubleOf(cloud),
    bringAgain: async () => {
      await cloud.deliveries.idle();
      const last = cloud.deliveries.tried.findLast(({ body }) => body.includes('"messages":'));
      if (last) await cloud.deliveries.once(last.body);
    },
    async close() {
      await channel.stop();
      await cloud.stop();
      await channel.close?.();
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

const somebody = (person: Person): Somebody => ({
  address: person.address,
  says: (text) => person.says(text),
  taps(label) {
    const listed = seen(person.shown).findLast(({ labels }) => labels.includes(label));
    const isPressed = person.shown.some(({ params }) =>
      offersOf(params).some(({ title }) => title === label),
    );
    // More than a list takes are numbered words, and answered by their number.
    if (isPressed || listed === undefined) person.taps(label);
    else person.says(String(listed.labels.indexOf(label) + 1));
  },
  sends: (media) => person.sends(media as keyof typeof MEDIA),
  sees: () => seen(person.shown),
});

/** A recording stands below its words on WhatsApp, as a message of its own. */
function seen(shown: readonly Shown[]): Seen[] {
  const all: Seen[] = [];
  for (const { params } of shown) {
    const before = all.at(-1);
    if (params['type'] === 'audio' && before) before.audio = RECORDING_SECONDS;
    else if (params['type'] === 'image' && before) before.picture = true;
    else all.push(shownIn(params));
  }
  return all;
}

function shownIn(params: Shown['params']): Seen {
  const offers = offersOf(params).map(({ title }) => title);
  if (offers.length > 0) return { text: textOf(params), labels: offers };
  const lines = textOf(params).split('\n');
  const from = lines.findIndex((line, at) => line.startsWith('1. ') && numbersFrom(lines.slice(at)));
  if (from < 1) return { text: textOf(params), labels: [] };
  return {
    text: lines.slice(0, from).join('\n'),
    labels: lines.slice(from).map((line) => line.replace(/^\d+\. /, '')),
  };
}

/** Whether every line begins with its number. */
const numbersFrom = (lines: readonly string[]): boolean =>
  lines.every((line, at) => line.startsWith(`${at + 1}. `));

/** WhatsApp tells no length; the test's recordings have this one. */
const RECORDING_SECONDS = 2;

function textOf(params: Shown['params']): string {
  const { text, interactive } = params as {
    text?: { body: string };
    interactive?: { body: { text: string } };
  };
  return text?.body ?? interactive?.body.text ?? '';
}

const troubleOf = (cloud: CloudStandIn): Trouble => ({
  gone: (somebody) => {
    for (let n = 700; n < 710; n += 1)
      if (cloud.person(n).address === somebody.address) cloud.person(n).blocked = true;
  },
  busy: () => void cloud.faults.push({ answer: 400, code: PAIR_LIMIT }),
  lost: () => void cloud.faults.push('drops after'),
  unreachable: () => cloud.stop(),
});
