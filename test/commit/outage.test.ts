import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Fault } from '../../src/domain/faults.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { connect } from '../../src/store/connection.ts';
import type { Embedded } from '../../src/store/embedded/index.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { type EmbeddedRuns, embeddedRuns } from '../mongo/embedded.ts';
import { testKeyring } from '../universe/keyring.ts';
import { heard } from './counting-script.ts';
import { startWorker, type Worker } from './worker.ts';

const CHATS = 20;
const TURNS_EACH = 60;
/** Longer than the driver looks for a primary, so that its own retry hides nothing. */
const AWAY_MS = 5000;

const buildMessage = (chat: number, n: number): Inbound => ({
  channel: 'test',
  account: 'a',
  user: `chat-${chat}`,
  address: `chat-${chat}`,
  id: `c${chat}-m${n}`,
  order: n,
  content: { kind: 'text', text: String(n) },
});

describe('while mongod is killed and comes back', () => {
  let runs: EmbeddedRuns;
  let database: Embedded;
  let worker: Worker;
  beforeEach(async () => {
    runs = await embeddedRuns();
    database = await runs.start({ backoff: [AWAY_MS] });
    const keyring = testKeyring();
    const connection = await connect(database.uri, 'outage');
    await prepareStore(connection, keyring);
    await connection.close();
    const uri = new URL(database.uri);
    uri.pathname = '/outage';
    worker = await startWorker({
      uri: uri.href,
      keyring,
      leaseMs: 60_000,
      send: async () => ({ kind: 'sent' }),
    });
  }, 240_000);
  afterEach(async () => {
    await worker.close();
    await runs.end();
  });

  it('T25, COMMIT 11: a door hears "committed" or "unavailable" and nothing else; nothing is lost', async () => {
    const strange: unknown[] = [];
    let away = 0;
    let killed = false;
    const deliver = async (message: Inbound): Promise<void> => {
      for (;;) {
        try {
          await worker.reception.receive(message);
          return;
        } catch (cause) {
          if (!(cause instanceof Fault && cause.kind === 'unavailable')) {
            strange.push(cause);
            return;
          }
          away += 1;
        }
      }
    };
    const talks = Array.from({ length: CHATS }, async (_, chat) => {
      for (let n = 1; n <= TURNS_EACH; n += 1) {
        await deliver(buildMessage(chat, n));
        if (n === TURNS_EACH / 2 && !killed) {
          killed = true;
          process.kill(database.pid, 'SIGKILL');
        }
      }
    });
    await Promise.all(talks);
    expect(strange).toEqual([]);
    for (let chat = 0; chat < CHATS; chat += 1) {
      const { talk } = await worker.conversations.load(worker.conversations.id(buildMessage(chat, 1)), true);
      const all = Array.from({ length: TURNS_EACH - 1 }, (_, n) => String(n + 2));
      expect(heard(talk?.session ?? null)).toEqual(all);
    }
    console.info(
      `T25: ${CHATS * TURNS_EACH} messages over a kill -9 of mongod, ${away} answered "unavailable", 0 lost`,
    );
  }, 240_000);
});
