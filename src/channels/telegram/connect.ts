import type { Api } from 'grammy';
import type { Backoff } from './backoff.ts';
import { isOver, pauseUnless } from './backoff.ts';
import { codeOf, isRefusedToken } from './call-error.ts';
import type { CommandMenu } from './command-menu.ts';
import type { Log } from '../platform/ports.ts';
import type { TelegramOptions } from './ports.ts';
import { ALLOWED_UPDATES } from './update-schema.ts';

export const WEBHOOK_PATH = '/webhooks/telegram';

/** Up to this many updates at a time; Telegram's own default. */
const MAX_CONNECTIONS = 40;

interface Around {
  /** Its calls end when `stop` fires. */
  api: Api;
  options: TelegramOptions;
  menu: Pick<CommandMenu, 'show'>;
  log: Log;
  backoff: Backoff;
  stop: AbortSignal;
}

/**
 * Tells Telegram where to bring updates and what its menu shows; tries until it is reached. `refused`: the token is wrong,
 * and trying again would change nothing.
 */
export async function connect(around: Around): Promise<'connected' | 'refused' | 'stopped'> {
  const { api, options, menu, log, backoff, stop } = around;
  let said = false;
  while (!isOver(stop)) {
    try {
      await api.raw.getMe();
      await register(api, options);
      log.info({ mode: options.mode }, 'Telegram is connected.');
      await menu.show();
      return 'connected';
    } catch (error) {
      if (isRefusedToken(error)) {
        log.error(
          {},
          'Telegram refuses the token: put the right TELEGRAM_TOKEN and start again. The other channels go on.',
        );
        return 'refused';
      }
      if (!said && !stop.aborted)
        log.warn(codeOf(error), 'Telegram is not connected yet; trying until it is.');
      said = true;
      await pauseUnless(stop, backoff.next());
    }
  }
  return 'stopped';
}

async function register(api: Api, options: TelegramOptions): Promise<void> {
  if (options.mode === 'polling') {
    await api.raw.deleteWebhook({});
    return;
  }
  const { publicUrl = '', webhookSecret = '' } = options;
  await api.raw.setWebhook({
    url: `${publicUrl.replace(/\/$/, '')}${WEBHOOK_PATH}`,
    secret_token: webhookSecret,
    max_connections: MAX_CONNECTIONS,
    allowed_updates: ALLOWED_UPDATES,
  });
}
