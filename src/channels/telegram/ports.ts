import type { MediaLibrary } from '../../domain/media.ts';
import type { Menu } from './command-menu.ts';
import type { Counted, Log } from '../platform/ports.ts';

export interface TelegramOptions {
  token: string;
  mode: 'polling' | 'webhook';
  /** Default: https://api.telegram.org. No slash at the end. */
  apiRoot?: string;
  /** Needed for `webhook`: 1–256 of `A-Z a-z 0-9 _ -`. */
  webhookSecret?: string;
  /** Needed for `webhook`: the address people see; `/webhooks/telegram` is added. */
  publicUrl?: string;
  /** Telegram's menu of commands as it should be now: asked at the start, and when {@link TelegramChannel.showMenu} is called. */
  menu?: () => Menu;
  /** Where recordings lie; without it all words go alone. */
  media?: MediaLibrary;
  /** A channel of Telegram's to post in: `@name` or `-100…`. */
  board?: string;
  /** The first pause after something failed; it doubles from try to try. Half a second when absent. */
  pauseMs?: number;
  log: Log;
  count?: (what: Counted) => void;
}
