import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { platformChannels, type PlatformParts } from '../../src/app/channels.ts';
import { logger } from '../../src/app/logs.ts';
import { metrics } from '../../src/app/metrics.ts';
import { readSettings } from '../../src/app/settings.ts';
import type { Script } from '../../src/conversation/script.ts';
import { NO_MEDIA } from '../../src/domain/media.ts';
import { MemoryReceive } from '../channels/memory-receive.ts';
import { until } from '../channels/until.ts';
import { realClock } from '../universe/time.ts';
import { startTelegram, TEST_TOKEN, type TelegramStandIn } from './index.ts';
import { sheetFlows } from './sheet-flows.ts';

let telegram: TelegramStandIn;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(() => telegram.stop());

it('C1: what is published stands in the menu of commands, in French and Bambara, without a start', async () => {
  const flows = sheetFlows();
  const answered = new Set(['menu', 'stop']);
  const script: Script = {
    ...flows.script,
    forIntent: (intent) => (answered.has(intent) ? flows.script.firstContact : undefined),
  };
  let publish = (): void => undefined;
  const [platform] = platformChannels({
    settings: readSettings({ TELEGRAM_TOKEN: TEST_TOKEN, TELEGRAM_API_ROOT: telegram.root }),
    flows: { ...flows, script, watch: (published) => (publish = published) },
    ...{
      media: NO_MEDIA,
      clock: realClock,
      log: logger('silent'),
      metrics: metrics(),
      publicUrl: telegram.root,
    },
    ...UNUSED,
  });
  const { channel } = platform!;
  await channel.start?.(new MemoryReceive().receive);
  const commands = (lang: string): string[] => (telegram.menus.get(lang) ?? []).map(({ command }) => command);
  expect([commands('fr'), commands('bm')]).toEqual([
    ['menu', 'stop'],
    ['menu', 'stop'],
  ]);
  answered.add('survey');
  publish();
  await until(() => ['fr', 'bm'].every((lang) => commands(lang).includes('sondage')));
  expect(commands('fr')).toEqual(['menu', 'sondage', 'stop']);
  expect(telegram.menus.get('bm')?.[1]?.description).toBe(
    flows.speaker.say('bm', { flow: 'bot', key: 'commands.survey' }),
  );
  await channel.stop?.();
  await channel.close?.();
});

/** What only other platforms need. */
const UNUSED = {} as Pick<PlatformParts, 'windows' | 'pieces' | 'delivery'>;
