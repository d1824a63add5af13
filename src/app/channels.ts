import type { RequestListener } from 'node:http';
import { SMS_WEBHOOK_PATH } from '../channels/sms/index.ts';
import { telegramChannel, WEBHOOK_PATH } from '../channels/telegram/index.ts';
import {
  WHATSAPP_CLOUD,
  whatsappCloudChannel,
  WHATSAPP_WEBHOOK_PATH,
} from '../channels/whatsapp-cloud/index.ts';
import type { WhatsappWebChannel } from '../channels/whatsapp-web/index.ts';
import type { Board } from '../conversation/board.ts';
import type { Channel } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import type { MediaLibrary } from '../domain/media.ts';
import type { SmsPieces } from '../store/sms-pieces.ts';
import type { WhatsappWindows } from '../store/whatsapp-windows.ts';
import type { Delivery } from './delivery.ts';
import type { LoadedFlows } from './load-flows.ts';
import type { Logger } from './logs.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';
import { sms } from './sms.ts';
import { telegramMenu } from './telegram-menu.ts';
import { whatsappWeb } from './whatsapp-web.ts';

export interface PlatformParts {
  settings: Settings;
  flows: LoadedFlows;
  media: MediaLibrary;
  windows: WhatsappWindows;
  pieces: SmsPieces;
  delivery: Pick<Delivery, 'tell' | 'ceiling'>;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  publicUrl: string;
  /** Lines for the person who started it. */
  say?: (line: string) => void;
}

/** A channel of a platform; `door`: where it calls us. */
export interface PlatformChannel {
  channel: Channel;
  door?: { path: string; take: RequestListener };
  /** Where it posts for everybody. */
  board?: Board;
  /** Its session with a number, which an operator opens. */
  linked?: WhatsappWebChannel;
}

/** The platforms this house talks on, as its settings say: a new one is a folder of `channels` and a line here (C13). */
export const platformChannels = (parts: PlatformParts): PlatformChannel[] =>
  [telegram(parts), whatsappCloud(parts), linkedWhatsapp(parts), texted(parts)].flatMap((each) => each ?? []);

function telegram({
  settings,
  flows,
  media,
  log,
  metrics,
  publicUrl,
}: PlatformParts): PlatformChannel | undefined {
  const { TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhookSecret, TELEGRAM_CHANNEL: name } = settings;
  if (token === undefined) return undefined;
  const channel = telegramChannel({
    token,
    mode: settings.TELEGRAM_MODE,
    apiRoot: settings.TELEGRAM_API_ROOT,
    ...(webhookSecret === undefined ? {} : { webhookSecret }),
    ...(name === undefined ? {} : { board: name }),
    publicUrl,
    menu: () => telegramMenu(flows),
    media,
    log,
    count: (what) => metrics.inbound(`telegram_${what}`),
  });
  flows.watch?.(() => void channel.showMenu());
  const { board } = channel;
  return { channel, door: { path: WEBHOOK_PATH, take: channel.webhook }, ...(board && { board }) };
}

function whatsappCloud({
  settings,
  media,
  windows,
  delivery,
  clock,
  log,
  metrics,
}: PlatformParts): PlatformChannel | undefined {
  if (settings.WHATSAPP_DRIVER !== 'cloud' && settings.WHATSAPP_DRIVER !== 'both') return undefined;
  const {
    WHATSAPP_CLOUD_TOKEN: token = '',
    WHATSAPP_CLOUD_APP_SECRET: appSecret = '',
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken = '',
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: phoneNumberId = '',
    WHATSAPP_CLOUD_TEMPLATE: template,
  } = settings;
  const channel = whatsappCloudChannel({
    ...{ token, appSecret, verifyToken, phoneNumberId },
    apiRoot: settings.WHATSAPP_CLOUD_API_ROOT,
    windows,
    ...(template === undefined ? {} : { template }),
    media,
    clock,
    log,
    count: (what) => metrics.inbound(`whatsapp_${what}`),
    receipt: delivery.tell(WHATSAPP_CLOUD, phoneNumberId),
    mayCost: () => delivery.ceiling.standing.level !== 'reached',
  });
  return { channel, door: { path: WHATSAPP_WEBHOOK_PATH, take: channel.webhook } };
}

function linkedWhatsapp(parts: PlatformParts): PlatformChannel | undefined {
  const channel = whatsappWeb(parts);
  return channel && { channel, linked: channel };
}

function texted(parts: PlatformParts): PlatformChannel | undefined {
  const channel = sms(parts);
  return channel && { channel, door: { path: SMS_WEBHOOK_PATH, take: channel.webhook } };
}
