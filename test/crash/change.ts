import { mongo } from 'mongoose';
import type { Talk } from '../../src/conversation/conversation.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { CHANGE, heard, WHO } from '../commit/counting-script.ts';
import { realChance, realClock } from '../universe/time.ts';
import { type CrashStage, crashPlace, deliver, LEASE_MS, type Looked } from './place.ts';
import type { Point } from './points.ts';

/** Somebody writes, gives the phone to another for the first time, and has it back: each says a word in between. */
const TALK = ['hello', '1', CHANGE, 'nouveau', '2', CHANGE, 'soleil', '3'];
/** What is written at these places changes whose the phone is; the rest is an ordinary turn. */
const AT_CHANGES = [3, 6];

/** A process that crashes while the phone changes hands. */
export async function changeStage(uri: string): Promise<CrashStage> {
  const place = await crashPlace(uri);
  const { connection, keys, platform } = place;
  let talks = 0;

  async function look(user: string): Promise<Looked> {
    const people = new PeopleStore(connection, keys, realClock, realChance);
    const store = new ConversationStore({
      ...{ connection, people, clock: realClock, chance: realChance },
      ...{ keyring: keys, leaseMs: LEASE_MS },
    });
    const wrong: string[] = [];
    const id = store.id(message(user, 0));
    const { person, talk, ring, shared } = await store.load(id, true);
    const [other] = shared?.parked ?? [];
    const theirs = other === undefined ? null : await store.openParked(id, other);
    const words = (of: Talk | null): string => heard(of?.session ?? null).join(' ');
    if (shared?.parked.length !== 1 || shared.seat !== 0) wrong.push('the phone is not of two');
    if (`${words(talk)}, ${words(theirs)}` !== '1 3, 2') wrong.push(`${words(talk)}, ${words(theirs)}`);
    if (!TALK.every((_said, n) => ring.includes(store.inboundId(message(user, n)))))
      wrong.push('an inbound id is missing');
    const notes = await connection
      .collection('notes')
      .find({ person: { $in: [person, other?.person] } })
      .toArray();
    const noted = notes
      .map((note) => `${note['person'] === person ? 'A' : 'B'}${String(note['said'])}`)
      .sort();
    if (noted.join() !== 'A,A1,A3,B,B2') wrong.push(`effects: ${noted.join()}`);
    const replies = platform.received.filter(({ address }) => address === user).map(({ text }) => text);
    const asked = replies.filter((text) => text.endsWith(WHO.key));
    if (asked.length < 2 || asked.filter((text) => !text.startsWith(AGAIN_MARK)).length > 2)
      wrong.push(`asked ${asked.length} times`);
    const _id = new mongo.Binary(Buffer.from(id, 'base64url'));
    const stored = await connection.collection('conversations').findOne({ _id });
    for (const field of ['out', 'effects'])
      if (((stored?.[field] as unknown[] | undefined) ?? []).length > 0) wrong.push(`${field} is not empty`);
    return { wrong, doubled: replies.length - new Set(replies).size };
  }

  return {
    async points() {
      const server = await place.start(null);
      const begun: Point[][] = [];
      for (const at of TALK.keys()) {
        begun.push((await (await fetch(`${server.url}/points`)).json()) as Point[]);
        await deliver(async () => server, [message('reference', at)]);
      }
      await fetch(`${server.url}/stop`);
      await server.gone;
      const during = AT_CHANGES.flatMap((at) => (begun[at + 1] ?? []).slice(begun[at]?.length));
      return during.filter((point) => !/takeOver|db\.conversations\.updateOne/u.test(point));
    },
    crashAt(point, also) {
      const user = `shared-${(talks += 1)}`;
      return place.crashing(point, also, {
        begin: (next) =>
          deliver(
            next,
            TALK.map((_said, n) => message(user, n)),
          ),
        look: () => look(user),
      });
    },
    close: () => place.close(),
  };
}

const message = (user: string, n: number): Inbound => ({
  ...{ channel: 'test', account: 'a', user, address: user, id: `${user}-${n}`, order: n },
  content: { kind: 'text', text: TALK[n] ?? '' },
});
