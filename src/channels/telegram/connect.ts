import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Backoff } from './backoff.ts';
import { isOver, pauseUnless } from './backoff.ts';
import { MENU_COMMANDS } from './commands.ts';
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
  log: Log;
  backoff: Backoff;
  stop: AbortSignal;
}

/**
 * Tells Telegram where to bring updates and what its menu shows; tries until it is reached. `refused`: the token is wrong,
 * and trying again would change nothing.
 */
export async function connect(around: Around): Promise<'connected' | 'refused' | 'stopped'> {
  const { api, options, log, backoff, stop } = around;
  let said = false;
  while (!isOver(stop)) {
    try {
      await api.raw.getMe();
      await register(api, options);
      log.info({ mode: options.mode }, 'Telegram is connected.');
      await showMenu(api, options, log);
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

/** A menu that Telegram refuses is no reason to be silent. */
async function showMenu(api: Api, { menu }: TelegramOptions, log: Log): Promise<void> {
  for (const [lang, texts] of Object.entries(menu?.texts ?? {})) {
    const commands = Object.entries(MENU_COMMANDS).flatMap(([command, intent]) => {
      const description = texts[intent];
      return description ? [{ command, description }] : [];
    });
    try {
      await api.raw.setMyCommands({ commands, language_code: lang as never });
      if (lang === menu?.fallback) await api.raw.setMyCommands({ commands });
    } catch (error) {
      log.warn({ lang, ...codeOf(error) }, 'Telegram refuses the menu of commands.');
    }
  }
}

/** 404 is what Telegram says to a token that cannot be one. */
const isRefusedToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

const codeOf = (error: unknown): { code: string | number } => {
  if (error instanceof GrammyError) return { code: error.error_code };
  return { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
};
