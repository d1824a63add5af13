import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CloudStandIn, CLOUD, startCloud } from '../../../test/whatsapp-cloud/index.ts';
import { memoryWindows } from '../../../test/whatsapp-cloud/memory-windows.ts';
import { testClock } from '../../../test/universe/time.ts';
import type { Lane } from '../../domain/message.ts';
import { whatsappCloudChannel, type WhatsappCloudChannel, type Windows } from './index.ts';

const HOUR = 3_600_000;
const clock = testClock();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let cloud: CloudStandIn;
let windows: Windows;
let affordable = true;
let channel: WhatsappCloudChannel;

const open = async (template = true) => {
  cloud = await startCloud({ webhook: 'http://127.0.0.1:9/', now: () => clock.now() });
  windows = memoryWindows();
  channel = whatsappCloudChannel({
    ...CLOUD,
    verifyToken: 'a-word',
    apiRoot: cloud.root,
    windows,
    ...(template && { template: { name: 'benkan_nouvelle', language: 'fr' } }),
    mayCost: () => affordable,
    clock,
    log: quiet,
  });
};
beforeEach(() => {
  affordable = true;
  return open();
});
afterEach(async () => {
  await channel.close?.();
  await cloud.stop();
});

const awa = () => cloud.person(1);
const tell = (lane: Lane) =>
  channel.send({ id: 'm', address: awa().address, lane, text: 'Kibaru' }, channel.account);
const shown = () => awa().shown.map(({ params }) => params['type']);
const writes = async () => {
  awa().wroteAt = clock.now();
  await windows.opened(awa().address, clock.now());
};

describe('C3: the 24 hours', () => {
  it('within them everything goes', async () => {
    await writes();
    clock.advance(22 * HOUR);
    expect(await tell('broadcast')).toMatchObject({ kind: 'sent' });
    expect(shown()).toEqual(['text']);
  });

  it('after them a template asks the person to write, once a day, and the message waits', async () => {
    await writes();
    clock.advance(25 * HOUR);
    expect(await tell('alert')).toMatchObject({ kind: 'retry', code: 'window_closed' });
    clock.advance(2 * HOUR);
    expect(await tell('alert')).toMatchObject({ kind: 'retry', code: 'window_closed' });
    expect(shown()).toEqual(['template']);
    clock.advance(23 * HOUR);
    await tell('alert');
    expect(shown()).toEqual(['template', 'template']);
    await writes();
    expect(await tell('alert')).toMatchObject({ kind: 'sent' });
    expect(shown()).toEqual(['template', 'template', 'text']);
  });

  it('a reply never waits: it follows what the person wrote', async () => {
    awa().wroteAt = clock.now();
    expect(await tell('reply')).toMatchObject({ kind: 'sent' });
  });

  it('without a template the message waits, and nobody is asked', async () => {
    await channel.close?.();
    await cloud.stop();
    await open(false);
    awa();
    expect(await tell('broadcast')).toMatchObject({ kind: 'retry', code: 'window_closed' });
    expect(shown()).toEqual([]);
  });

  it('who is gone is told of at once', async () => {
    awa().blocked = true;
    expect(await tell('broadcast')).toMatchObject({ kind: 'refused', gone: true });
  });

  it('a store that is away is no leave to send', async () => {
    windows.lastOpened = () => Promise.reject(new Error('away'));
    awa();
    expect(await tell('broadcast')).toMatchObject({ kind: 'retry', code: 'store_away' });
    expect(shown()).toEqual([]);
  });
});

describe('C3: a month that has cost what it may', () => {
  beforeEach(() => {
    affordable = false;
  });

  it('holds broadcasts back, also inside the 24 hours; replies and news people wait for go on', async () => {
    await writes();
    expect(await tell('broadcast')).toMatchObject({ kind: 'retry', code: 'ceiling' });
    expect(await tell('alert')).toMatchObject({ kind: 'sent' });
    expect(await tell('reply')).toMatchObject({ kind: 'sent' });
    expect(shown()).toEqual(['text', 'text']);
  });

  it('asks nobody to write: a template costs', async () => {
    awa();
    expect(await tell('alert')).toMatchObject({ kind: 'retry', code: 'window_closed', orWhenSpokenTo: true });
    expect(shown()).toEqual([]);
    affordable = true;
    await tell('alert');
    expect(shown()).toEqual(['template']);
  });
});

describe('C6: somebody without a number', () => {
  it('is written to by the id they have for us', async () => {
    awa().hidesNumber = true;
    await writes();
    expect(await tell('reply')).toMatchObject({ kind: 'sent' });
    expect(awa().shown[0]?.params).toMatchObject({ recipient: awa().userId });
  });
});

describe('C8: a recording', () => {
  it('goes up once, however many people get it', async () => {
    await channel.close?.();
    const bytes = Buffer.from('OggS');
    channel = whatsappCloudChannel({
      ...CLOUD,
      verifyToken: 'a-word',
      apiRoot: cloud.root,
      windows,
      clock,
      log: quiet,
      media: {
        about: async () => null,
        get: async () => ({ type: 'audio/ogg', size: bytes.length, bytes }),
      },
    });
    await writes();
    const said = { lane: 'reply' as const, text: 'Kibaru', audio: { media: 'a' } };
    for (const id of ['1', '2']) await channel.send({ id, address: awa().address, ...said }, channel.account);
    expect(cloud.uploads).toEqual([bytes]);
    expect(shown()).toEqual(['text', 'audio', 'text', 'audio']);
  });
});
