import type { ChannelHealth, ChannelsReader } from '../capabilities/settings/index.ts';
import { SMS, SMS_WEBHOOK_PATH } from '../channels/sms/index.ts';
import { WEBHOOK_PATH as TELEGRAM_WEBHOOK_PATH } from '../channels/telegram/index.ts';
import { WEB } from '../channels/web/index.ts';
import { WHATSAPP_CLOUD, WHATSAPP_WEBHOOK_PATH } from '../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB } from '../channels/whatsapp-web/index.ts';
import type { Channel } from '../conversation/ports.ts';
import type { Settings } from './settings.ts';

export interface HealthParts {
  settings: Settings;
  publicUrl: string;
  channels: () => readonly Channel[];
  /** Messages in hand, by channel. */
  waiting: () => ReadonlyMap<string, number>;
  /** Of the phone that is linked, where there is one. */
  link: () => { state: string } | undefined;
  standing: () => Promise<ReadonlyMap<string, ChannelHealth['last']>>;
  /** Why messages failed of late. */
  causes: () => Promise<readonly { channel: string; code: string; count: number }[]>;
  /** When this house began to serve. */
  since: number;
}

const TELEGRAM = 'telegram';
/** Codes shown of a channel. */
const MOST_CAUSES = 5;
const SECOND_MS = 1000;

/** Every channel there can be, and how it does (W11). */
export function channelsReader(parts: HealthParts): ChannelsReader {
  return {
    async health() {
      const [standing, causes] = await Promise.all([parts.standing(), parts.causes()]);
      const waiting = parts.waiting();
      return KINDS.map((kind): ChannelHealth => {
        const channel = parts.channels().find(({ id }) => id === kind.id);
        const state = kind.id === WHATSAPP_WEB ? parts.link()?.state : undefined;
        return {
          ...{ id: kind.id, configured: channel !== undefined, needs: kind.needs },
          ...(channel !== undefined && { since: parts.since, ...wayOf(kind.id, parts) }),
          ...accountOf(channel),
          ...(state !== undefined && { link: state }),
          waiting: waiting.get(kind.id) ?? 0,
          ...paceOf(channel),
          last: standing.get(kind.id) ?? {},
          causes: causes.filter((one) => one.channel === kind.id).slice(0, MOST_CAUSES),
          asks: channel?.answers !== undefined,
        };
      });
    },
    async ask() {
      const asked = parts.channels().map(async (channel) => {
        const answers = await channel.answers?.();
        return answers === undefined ? [] : [[channel.id, answers] as const];
      });
      return new Map((await Promise.all(asked)).flat());
    },
  };
}

const KINDS: readonly Pick<ChannelHealth, 'id' | 'needs'>[] = [
  { id: TELEGRAM, needs: ['TELEGRAM_TOKEN'] },
  {
    id: WHATSAPP_CLOUD,
    needs: [
      'WHATSAPP_DRIVER=cloud',
      'WHATSAPP_CLOUD_TOKEN',
      'WHATSAPP_CLOUD_APP_SECRET',
      'WHATSAPP_CLOUD_VERIFY_TOKEN',
      'WHATSAPP_CLOUD_PHONE_NUMBER_ID',
    ],
  },
  { id: WHATSAPP_WEB, needs: ['WHATSAPP_DRIVER=web'] },
  { id: SMS, needs: ['SMS_SEND_URL', 'SMS_NUMBER'] },
  { id: WEB, needs: [] },
];

function wayOf(id: string, { settings, publicUrl }: HealthParts): Pick<ChannelHealth, 'way' | 'webhook'> {
  const webhook = (path: string): Pick<ChannelHealth, 'way' | 'webhook'> => ({
    ...{ way: 'webhook', webhook: `${publicUrl}${path}` },
  });
  if (id === TELEGRAM)
    return settings.TELEGRAM_MODE === 'polling' ? { way: 'polling' } : webhook(TELEGRAM_WEBHOOK_PATH);
  if (id === WHATSAPP_CLOUD) return webhook(WHATSAPP_WEBHOOK_PATH);
  if (id === SMS) return webhook(SMS_WEBHOOK_PATH);
  return { way: id === WHATSAPP_WEB ? 'phone' : 'page' };
}

/** Channels of platforms name their own account; it is the campaign's, and nobody's secret. */
const accountOf = (channel: Channel | undefined): Pick<ChannelHealth, 'account'> =>
  channel !== undefined && 'account' in channel && typeof channel.account === 'string'
    ? { account: channel.account }
    : {};

function paceOf(channel: Channel | undefined): Pick<ChannelHealth, 'aSecond'> {
  const limit = channel?.pace?.inAll;
  return limit === undefined ? {} : { aSecond: (limit.messages * SECOND_MS) / limit.perMs };
}
