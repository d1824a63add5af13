import type { Connection } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { countingFlow } from './counting.ts';
import { type Installation, installation } from './installation.ts';

export const WEBHOOK_SECRET = 'a-word-for-this-test-only';

/** An installation that counts, on a database and a Telegram of its own. */
export interface CountingPlace extends Installation {
  telegram: TelegramStandIn;
  /** For looking at what is stored. */
  connection: Connection;
  close(): Promise<void>;
}

export async function countingPlace(
  uri: string,
  mode: 'webhook' | 'polling' = 'webhook',
): Promise<CountingPlace> {
  const connection = await connect(uri);
  const telegram = await startTelegram({ keepCalls: 1_000_000 });
  const place = await installation({
    MONGODB_URI: uri,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: mode,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  Object.assign(place.env, await countingFlow(place.folder));
  return {
    ...place,
    telegram,
    connection,
    async close() {
      await telegram.stop();
      await connection.close();
      await place.remove();
    },
  };
}
