import { mongo } from 'mongoose';
import type { Inbound } from '../../src/domain/message.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { heard } from '../commit/counting-script.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { realChance, realClock } from '../universe/time.ts';
import { type CrashStage, crashPlace, deliver, LEASE_MS, type Looked } from './place.ts';
import type { Point } from './points.ts';

const TALK = ['hello', '1', '2'];
/** A database, a platform and processes that crash where they are told. */
export async function crashStage(uri: string): Promise<CrashStage> {
  const place = await crashPlace(uri);
  const { connection, keys, platform } = place;
  let talks = 0;

  async function look(user: string, inbounds: readonly Inbound[]): Promise<Looked> {
    const people = new PeopleStore(connection, keys, realClock, realChance);
    const store = new ConversationStore({
      connection,
      keyring: keys,
      people,
      clock: realClock,
      chance: realChance,
      leaseMs: LEASE_MS,
    });
    const id = store.id(inbounds[0]!);
    const conversation = await store.load(id, true);
    const wrong: string[] = [];
    const expect = (holds: boolean, what: string): void => {
      if (!holds) wrong.push(what);
    };
    expect(
      heard(conversation.talk?.session ?? null).join(' ') === TALK.slice(1).join(' '),
      `session: ${heard(conversation.talk?.session ?? null).join(' ')}`,
    );
    expect(
      inbounds.every((inbound) => conversation.ring.includes(store.inboundId(inbound))),
      'an inbound id is missing',
    );
    const notes = await connection.collection('notes').find({ conversation: id }).toArray();
    expect(
      notes
        .map(({ said }) => String(said))
        .sort()
        .join(' ') === [...TALK.slice(1), ''].sort().join(' '),
      `effects: ${notes.map(({ said }) => String(said)).join(',')}`,
    );
    const replies = platform.received.filter(({ address }) => address === user);
    const plain = (text: string): string => text.replace(AGAIN_MARK, '');
    for (const said of ['…', ...TALK.slice(1)]) {
      const times = replies.filter(({ text }) => plain(text) === said);
      expect(times.length >= 1, `no reply to ${said}`);
      expect(times.length <= 2, `${times.length} replies to ${said}`);
      expect(
        times.filter(({ text }) => !text.startsWith(AGAIN_MARK)).length <= 1,
        `an unmarked double of ${said}`,
      );
    }
    const doc = await connection
      .collection('conversations')
      .findOne({ _id: new mongo.Binary(Buffer.from(id, 'base64url')) });
    expect(((doc?.['out'] as unknown[] | undefined) ?? []).length === 0, 'something is still to be sent');
    expect(
      ((doc?.['effects'] as unknown[] | undefined) ?? []).length === 0,
      'an effect is still to be applied',
    );
    return { wrong, doubled: replies.length - TALK.length };
  }

  return {
    async points() {
      const server = await place.start(null);
      await deliver(() => Promise.resolve(server), talk('reference'));
      const points = (await (await fetch(`${server.url}/points`)).json()) as Point[];
      await fetch(`${server.url}/stop`);
      await server.gone;
      return points.filter(
        (point) => !point.includes('takeOver') && !point.includes('db.conversations.updateOne'),
      );
    },
    crashAt(point, also) {
      const user = `talk-${(talks += 1)}`;
      const messages = talk(user);
      return place.crashing(point, also, {
        begin: (next) => deliver(next, messages),
        look: () => look(user, messages),
      });
    },
    close: () => place.close(),
  };
}

const talk = (user: string): Inbound[] =>
  TALK.map((text, n) => ({
    channel: 'test',
    account: 'a',
    user,
    address: user,
    id: `${user}-${n}`,
    order: n,
    content: { kind: 'text', text },
  }));
