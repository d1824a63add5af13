import {
  type Commit,
  type CommitOutcome,
  type Conversation,
  type Conversations,
  type Leftover,
  neverSeen,
  type OrderedEffect,
  type Talk,
} from '../../src/conversation/conversation.ts';
import type { Entry } from '../../src/conversation/entry.ts';
import type { Inbound } from '../../src/domain/message.ts';

/** Conversations in memory, guarded by their revision as in the database. Its methods may be replaced one by one. */
export class MemoryConversations implements Conversations {
  readonly docs = new Map<string, Conversation>();
  readonly buried: { entry: Entry; code: string }[] = [];
  readonly buriedEffects: { effect: OrderedEffect; code: string }[] = [];
  readonly dropped: string[] = [];
  readonly cleared: (string | Buffer)[] = [];
  people = 0;

  id = ({ channel, account, user }: Inbound): string => `${channel}/${account}/${user}`;
  inboundId = (message: Inbound): string => `${this.id(message)}/${message.id}`;
  promptId = (conversation: string, id: string): string => `${conversation}//${id}`;
  load = async (id: string): Promise<Conversation> => this.docs.get(id) ?? neverSeen(id);
  openParked: Conversations['openParked'] = async (_id, { stored }) => stored as Talk;
  newPerson = async (): Promise<string> => `p${(this.people += 1)}`;
  dropPerson = async (person: string): Promise<void> => void this.dropped.push(person);
  seen = async (): Promise<boolean> => false;

  commit = async (commit: Commit): Promise<CommitOutcome> => {
    const { base, inbound, person, talk, out, erasedAt } = commit;
    if ((await this.load(base.id)).rev !== base.rev) return { kind: 'conflict' };
    const rev = base.rev + 1;
    const shared = talk === null ? undefined : (seated(commit) ?? base.shared);
    const changed = { rev, person, talk, erasedAt, ring: [...base.ring, inbound] };
    const doc = { ...base, ...changed, ...(shared && { shared }) };
    if (shared === undefined) delete doc.shared;
    this.docs.set(base.id, doc);
    const effects = commit.effects.map((effect, index) => ({
      ...effect,
      id: Buffer.from(`${base.id} ${rev} ${index}`),
      rev,
    }));
    return { kind: 'committed', committed: { out, effects } };
  };

  done: Conversations['done'] = async (_id, { out = [], effects = [] }) => {
    this.cleared.push(...out, ...effects);
  };
  renew = async (): Promise<void> => undefined;
  unsent = async (): Promise<readonly string[]> => [];
  takeOver = async (): Promise<Leftover[]> => [];
  bury = async (entry: Entry, code: string): Promise<void> => void this.buried.push({ entry, code });
  exhume = async (inbound: string): Promise<void> => {
    this.buried.splice(0, Infinity, ...this.buried.filter(({ entry }) => entry.inbound !== inbound));
  };
  buryEffect: Conversations['buryEffect'] = async (_id, effect, code) =>
    void this.buriedEffects.push({ effect, code });
  idle = async (): Promise<void> => undefined;
}

/** What is sealed in the database lies here as it is. */
const seated = ({ seating }: Commit): Conversation['shared'] =>
  seating && {
    ...{ seat: seating.seat, seats: seating.seats },
    parked: seating.parked.map((one) => {
      if (!('talk' in one)) return one;
      const { talk, ...who } = one;
      return { ...who, stored: talk };
    }),
  };
