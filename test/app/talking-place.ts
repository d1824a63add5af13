import type { Connection } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { until } from '../channels/until.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { allDone } from './counting.ts';
import { type Installation, installation } from './installation.ts';
import { PATIENCE_MS } from './running.ts';

export const WEBHOOK_SECRET = 'a-word-for-this-test-only';

/** An installation that talks on the chat page and on a Telegram of its own. */
export interface TalkingPlace extends Installation {
  telegram: TelegramStandIn;
  /** For looking at what is stored. */
  connection: Connection;
  /** Resolves when nothing waits to be sent or applied any more; what a process left over, when its lease has ended. */
  settled(): Promise<void>;
  /**
   * As if the time had passed for which a process that was killed is believed to work on what it committed, or holds:
   * the next one takes it over at once. Only while none is alive.
   */
  leasesEnd(): Promise<void>;
  close(): Promise<void>;
}

export interface TalkingHow {
  mode?: 'webhook' | 'polling';
  /** How many calls the stand-in for Telegram remembers; what somebody heard is read from them. */
  keepCalls?: number;
}

/** @param uri of the database; dropping it is the caller's business */
export async function talkingPlace(
  uri: string,
  { mode = 'webhook', keepCalls = 10_000 }: TalkingHow = {},
): Promise<TalkingPlace> {
  const connection = await connect(uri);
  const telegram = await startTelegram({ keepCalls });
  const place = await installation({
    MONGODB_URI: uri,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: mode,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  return {
    ...place,
    telegram,
    connection,
    settled: () =>
      until(
        () => allDone(connection),
        () => 'all is applied and sent',
        PATIENCE_MS,
      ),
    leasesEnd: () => leasesEnd(connection),
    async close() {
      await telegram.stop();
      await connection.close();
      await place.remove();
    },
  };
}

async function leasesEnd(connection: Connection): Promise<void> {
  const [conversations, dues] = ['conversations', 'due_dates'].map((name) => connection.collection(name));
  for (const items of ['out', 'effects'])
    await conversations?.updateMany(
      { [`${items}.0`]: { $exists: true } },
      { $set: { [`${items}.$[].at`]: 0, pending: 0 } },
    );
  await dues?.updateMany({ holder: { $exists: true } }, { $set: { free: 0 } });
}
