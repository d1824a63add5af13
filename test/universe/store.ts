import type { Connection } from 'mongoose';
import type { Clock } from '../../src/domain/clock.ts';
import { connect } from '../../src/store/connection.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from './keyring.ts';
import { realChance, realClock } from './time.ts';

export interface TestStore {
  connection: Connection;
  keyring: Keyring;
  people: PeopleStore;
  conversations: ConversationStore;
  /** Another process's view of the same database: own cache, own groups. */
  another(): Promise<{ people: PeopleStore; conversations: ConversationStore; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** The store on a database of its own. */
export async function testStore({
  clock = realClock,
  leaseMs = 10_000,
}: {
  clock?: Clock;
  leaseMs?: number;
} = {}): Promise<TestStore> {
  const database = await testDatabase();
  const keyring = testKeyring();
  const build = async () => {
    const connection = await connect(database.uri);
    const people = new PeopleStore(connection, keyring, clock, realChance);
    return {
      connection,
      people,
      conversations: new ConversationStore({
        connection,
        keyring,
        people,
        clock,
        chance: realChance,
        leaseMs,
      }),
    };
  };
  const first = await build();
  await prepareStore(first.connection, keyring);
  return {
    ...first,
    keyring,
    async another() {
      const other = await build();
      return { ...other, close: () => other.connection.close() };
    },
    async close() {
      await first.conversations.idle();
      await database.drop();
      await first.connection.close();
    },
  };
}
