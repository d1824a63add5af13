import { type Chance, type Clock, dayOf } from '../../domain/clock.ts';
import type { StaffContext } from '../../web/staff/index.ts';
import type { Audiences, Scope } from '../audiences/index.ts';
import type { Broadcast, HistoryEntry, Wanted } from './model/broadcast.ts';
import { hashOf, samenessOf } from './model/hash.ts';
import { isInScope, type Move, obstacle, WRITERS } from './model/lifecycle.ts';
import { type Act, changeOf, MAX_HISTORY, reasonIn } from './moves.ts';
import type { BroadcastsStore } from './ports.ts';
import { refused } from './refused.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import type { Launch } from './send/ports.ts';

const ID_BYTES = 12;
const TOKEN_BYTES = 12;
/** Two persons who each had a hand in it are two of a few; each is looked at when somebody approves. */
const MOST_AUTHORS = 20;

/** Who acts, as the staff frame knows them. */
export type Actor = Pick<StaffContext, 'person' | 'audit'>;

/** What a form brings: everything but the borders, which are its author's. */
export type Draft = Omit<Wanted, 'scope'> & Pick<Broadcast, 'from'> & { name: string };

export interface Desk {
  begin(actor: Actor, draft: Draft): Promise<Broadcast>;
  /** @throws Fault `not_found` also where a coordinator's regions end */
  find(actor: Pick<Actor, 'person'>, id: string): Promise<Broadcast>;
  /** What would happen if it were launched now. */
  outlook(broadcast: Broadcast): Promise<Outlook>;
  /** @throws Fault `same_hands` where the actor and one of the authors are no two people (T21) */
  refuseSameHands(actor: Actor, broadcast: Pick<Broadcast, 'authors'>): Promise<void>;
  /**
   * Moves a broadcast on, in one write guarded by state, hash and revision.
   * @throws Fault `not_found`, `role`, `own_work`, `same_hands`, `wrong_state`, `changed`, `series`, `empty`, `time_past`,
   *   `reason_missing`, `history_full`, `needs_second`, `too_few` or `identical`; nothing has changed then
   */
  move(actor: Actor, id: string, act: Act): Promise<Broadcast>;
}

export interface DeskDeps {
  store: BroadcastsStore;
  audiences: Pick<Audiences, 'count' | 'shown' | 'smallest'>;
  clock: Clock;
  chance: Chance;
  /** Orders the sending. */
  launch: Launch;
  /** Recipients one person alone may write to. */
  aloneUpTo: number;
  /** Whether one account alone could be both of these. */
  sameHands: (a: string, b: string) => Promise<boolean>;
}

export function desk(deps: DeskDeps): Desk {
  const { store, clock, chance } = deps;
  const find: Desk['find'] = async ({ person }, id) => {
    const found = await store.findIn(person.org, id);
    if (found === undefined || !isInScope(found, person)) throw refused('not_found');
    return found;
  };
  const refuseSameHands: Desk['refuseSameHands'] = async ({ person }, { authors }) => {
    const same = await Promise.all(authors.map((author) => deps.sameHands(author, person.id)));
    if (same.includes(true)) throw refused('same_hands');
  };
  const entryOf = ({ person }: Actor, what: HistoryEntry['what'], hash: string, reason?: string) => ({
    ...{ token: chance.token(TOKEN_BYTES), what, by: person.id, role: person.role, at: clock.now(), hash },
    ...(reason === undefined ? {} : { reason }),
  });
  return {
    find,
    refuseSameHands,
    outlook: (broadcast) => outlookOf(deps, broadcast),

    async begin(actor, { name, from, ...draft }) {
      const { person } = actor;
      if (!WRITERS.includes(person.role)) throw refused('role');
      const id = chance.token(ID_BYTES);
      const wanted = { ...draft, scope: scopeOf(person) };
      const hash = hashOf(wanted);
      const entry = entryOf(actor, 'create', hash);
      await actor.audit('broadcasts.begun', `broadcast/${id}`);
      const kept = {
        ...{
          org: person.org,
          name,
          ...wanted,
          ...(from !== undefined && { from }),
          state: 'draft' as const,
          hash,
          sameness: samenessOf(wanted.content),
        },
        ...{ author: person.id, authors: [person.id], alone: deps.aloneUpTo, history: [entry], demo: false },
        ...{ changedAt: entry.at, since: dayOf(entry.at) },
      } as const;
      await store.insert({ _id: id, ...kept });
      return { id, ...kept, rev: 1 };
    },

    async move(actor, id, act) {
      const broadcast = await find(actor, id);
      const now = clock.now();
      const stands = obstacle(broadcast, act.move, actor.person, now, act.seen);
      if (stands !== undefined) throw refused(stands);
      refuseLong(broadcast, act);
      const reason = reasonIn(act);
      if (act.move === 'approve') await refuseSameHands(actor, broadcast);
      const goes = act.move === 'approve' || act.move === 'launch';
      const recipients = goes ? await refuseLaunch(deps, broadcast, act) : undefined;
      const change = changeOf(broadcast, act, actor.person.id, now);
      const entry = entryOf(actor, act.move, change.hash ?? broadcast.hash, reason);
      await actor.audit(AUDITED[act.move], `broadcast/${id}`, {
        hash: entry.hash.slice(0, 16),
        ...(recipients === undefined ? {} : { recipients }),
      });
      // Ordered before it is written and again after, so that one of them stands whatever is lost between. The second is for
      // a moment of its own: the first may just be run, find nothing to do, and take an order of its own moment with it.
      if (goes) await deps.launch(id, change.due ?? now);
      if (!(await store.write(broadcast, change, entry))) {
        await actor.audit('broadcasts.not_changed', `broadcast/${id}`);
        throw refused('changed');
      }
      if (goes) await deps.launch(id, Math.max(change.due ?? now, clock.now()));
      return find(actor, id);
    },
  };
}

/** Nobody outside of these is written to: a coordinator's regions. */
export function scopeOf({ regions }: Pick<StaffContext['person'], 'regions'>): Scope {
  return regions === undefined ? {} : { regions: [...regions].sort() };
}

function refuseLong({ history, authors, rev }: Broadcast, { move, rev: seenRev }: Act): void {
  if (seenRev !== undefined && seenRev !== rev) throw refused('changed');
  if (move !== 'edit' && move !== 'submit') return;
  if (history.length >= MAX_HISTORY || authors.length >= MOST_AUTHORS) throw refused('history_full');
}

/** What is counted at the moment of launching; how many will be written to. */
async function refuseLaunch(deps: DeskDeps, broadcast: Broadcast, act: Act): Promise<number> {
  const outlook = await outlookOf(deps, broadcast);
  if (act.move === 'launch' && outlook.takesTwo) throw refused('needs_second');
  if (outlook.tooFew) throw refused('too_few');
  if (outlook.alike.length > 0 && act.again !== true) throw refused('identical');
  return outlook.recipients;
}

const AUDITED: Readonly<Record<Move, string>> = {
  edit: 'broadcasts.edited',
  submit: 'broadcasts.submitted',
  approve: 'broadcasts.approved',
  reject: 'broadcasts.rejected',
  launch: 'broadcasts.launched',
  cancel: 'broadcasts.cancelled',
};
