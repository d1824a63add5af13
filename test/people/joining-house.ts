import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'mongoose';
import { compose, type House } from '../../src/app/compose.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { logger } from '../../src/app/logs.ts';
import { metrics } from '../../src/app/metrics.ts';
import { readSettings } from '../../src/app/settings.ts';
import { CONSENT } from '../../src/conversation/script.ts';
import type { InboundContent } from '../../src/domain/message.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { connect } from '../../src/store/connection.ts';
import { MailboxStore } from '../../src/store/mailbox.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { type TestClock, testClock } from '../universe/time.ts';

/** Somebody's chat on one account. */
export interface Account {
  readonly conversation: string;
  says(text: string): Promise<string[]>;
  taps(label: string): Promise<string[]>;
  /** Touches a button that stands further up on the screen: the newest of this label. */
  tapsAbove(label: string): Promise<string[]>;
  /** What was said since this account was read last. */
  hears(): Promise<string[]>;
  person(): Promise<string | null>;
}

export interface JoiningHouse {
  house: House;
  connection: Connection;
  keyring: Keyring;
  clock: TestClock;
  /** A chat whose person has agreed, in French. */
  account(name: string): Promise<Account>;
  /** Two that are one person by now. */
  joined(one: string, other: string): Promise<[Account, Account]>;
  /** Runs what is due until nothing is. */
  settle: () => Promise<void>;
  /** Another process on the same database. */
  another(): Promise<House>;
  count(collection: string, filter?: object): Promise<number>;
  /** What the database was asked since the last call: command and collection. Clearings, which come by their own clock, apart. */
  commands(): string[];
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SETTLE_MS = 121_000;

/** The whole house with the flows that are shipped, on a database of its own. */
export async function joiningHouse(): Promise<JoiningHouse> {
  const database = await testDatabase();
  const watched = new URL(database.uri);
  watched.searchParams.set('monitorCommands', 'true');
  const connection = await connect(watched.href);
  const asked: string[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const words = `${commandName} ${String((command as Record<string, unknown>)[commandName])}`;
    if (!(words === 'update conversations' && onlyClears(command))) asked.push(words);
  });
  const keyring = testKeyring();
  const clock = testClock();
  const settings = readSettings({
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: path.join(ROOT, 'data', 'none') },
  });
  await prepareStore(connection, keyring);
  const flows = loadFlows({ flowsDir: settings.FLOWS_DIR, localesDir: settings.LOCALES_DIR });
  const another = (): Promise<House> =>
    compose({
      ...{ settings, connection, keyring, clock, flows, leaseMs: 10_000 },
      ...{ log: logger('silent'), metrics: metrics(), publicUrl: 'http://localhost' },
      chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
    });
  const house = await another();
  const mailbox = new MailboxStore(connection, keyring.fingerprint, keyring.sealer, clock);

  const settled = async (): Promise<void> => {
    await house.reception.idle();
    await house.effects.idle();
    await house.outbox.idle();
    await house.conversations.idle();
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      await settled();
      clock.advance(10);
      await house.dues.run();
      await house.dues.idle();
    }
    await settled();
  };

  const account = async (name: string): Promise<Account> => {
    let order = 0;
    let heard = 0;
    const message = (content: InboundContent) => {
      const from = { channel: 'web', account: 'web', user: name, address: name };
      return { ...from, id: `m${(order += 1)}`, order, content };
    };
    const conversation = house.conversations.id(message({ kind: 'presence', present: true }));
    const hears = async (): Promise<string[]> => {
      await settled();
      const letters = await mailbox.list(name, 0);
      const newest = letters.at(-1)?.n ?? 0;
      // An erasure empties the mailbox, and its numbers begin anew.
      const after = newest < heard ? 0 : heard;
      heard = newest;
      return letters
        .filter(({ n }) => n > after)
        .flatMap(({ text }) => text.split('\n'))
        .filter((line) => line !== '');
    };
    const send = async (content: InboundContent): Promise<string[]> => {
      await house.reception.receive(message(content));
      return hears();
    };
    const one: Account = {
      ...{ conversation, hears },
      says: (text) => send({ kind: 'text', text }),
      async taps(label) {
        const choices = (await mailbox.list(name, 0)).at(-1)?.choices ?? [];
        const found = choices.find((each) => each.label === label);
        if (found === undefined) throw new Error(`There is no button ${label}.`);
        return send({ kind: 'choice', token: found.id });
      },
      async tapsAbove(label) {
        const all = (await mailbox.list(name, 0)).flatMap(({ choices = [] }) => choices);
        const found = all.findLast((each) => each.label === label);
        if (found === undefined) throw new Error(`There never was a button ${label}.`);
        return send({ kind: 'choice', token: found.id });
      },
      person: async () => (await house.conversations.load(conversation, true)).person,
    };
    await agreed(house, name, conversation);
    return one;
  };

  return {
    ...{ house, connection, keyring, clock, account, settle, another },
    async joined(one, other) {
      const [host, guest] = [await account(one), await account(other)];
      await join(host, guest);
      await settle();
      await Promise.all([host.hears(), guest.hears()]);
      return [host, guest];
    },
    commands: () => asked.splice(0).sort(),
    count: (collection, filter = {}) => connection.collection(collection).countDocuments(filter),
    async close() {
      await settled();
      await database.drop();
      await connection.close();
    },
  };
}

/** A commit is guarded by its revision; what clears what is done names the conversation alone. */
const onlyClears = ({ updates = [] }: { updates?: readonly { q: object }[] }): boolean =>
  updates.every(({ q }) => Object.keys(q).join() === '_id');

/** As after the first contact, without playing it. */
async function agreed({ conversations, people }: House, name: string, id: string): Promise<void> {
  const person = await conversations.newPerson(id);
  const consents = { [CONSENT.purpose]: CONSENT.version };
  const route = { channel: 'web', account: 'web', address: name };
  await conversations.commit({
    ...{ base: await conversations.load(id), inbound: conversations.promptId(id, 'first'), person },
    talk: { session: null, profile: { ...NEW_PROFILE, lang: 'fr', consents }, route },
    ...{ out: [], effects: [], erasedAt: null },
  });
  await people.update([{ person, set: { lang: 'fr', consents } }]);
}

/** The code somebody is given, as it was said to them. */
export async function codeOf(host: Account): Promise<string> {
  await host.says('relier');
  const said = await host.taps('Recevoir un code');
  const code = /rejoindre (\w{4} \w{4})/u.exec(said.join(' '))?.[1];
  if (code === undefined) throw new Error(`No code was given: ${said.join(' ')}`);
  return code;
}

/** Types it on the other account and says yes; what was answered. */
export async function typed(guest: Account, code: string): Promise<string[]> {
  await guest.says(`rejoindre ${code}`);
  return guest.taps('Oui, relier');
}

export const join = async (host: Account, guest: Account): Promise<string[]> =>
  typed(guest, await codeOf(host));

/** Past the moment a joining is gone over once more. */
export const later = async ({ clock, settle }: JoiningHouse): Promise<void> => {
  clock.advance(SETTLE_MS);
  await settle();
};
