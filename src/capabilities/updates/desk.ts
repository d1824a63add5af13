import { type Chance, type Clock, dayOf } from '../../domain/clock.ts';
import { type Fault, refusal } from '../../domain/faults.ts';
import type { StaffContext } from '../../web/staff/index.ts';
import { hashOf } from './model/canonical.ts';
import type { UpdateContent } from './model/content.ts';
import { type Move, obstacle, RULES, WRITERS } from './model/lifecycle.ts';
import { lacksOf } from './model/missing.ts';
import { plainLine } from './model/plain-line.ts';
import type { HistoryEntry, Update } from './model/update.ts';
import type { Change, UpdatesStore } from './updates-store.ts';

const ID_BYTES = 12;
const TOKEN_BYTES = 12;
/** Tries for a number; each lost one means that another item got it. */
const NUMBER_TRIES = 60;
/** Writes and hand-ins an item may see; beyond it a new one is begun. Its document stays far below the 16 MB of MongoDB. */
export const MAX_HISTORY = 300;
export const MAX_REASON = 300;

/** Who acts, as the staff frame knows them. */
export type Actor = Pick<StaffContext, 'person' | 'audit'>;

/** What a move carries besides the item. */
export interface Act {
  move: Move;
  /** Hash of the content the person had before their eyes; asked of every judgement. */
  seen?: string;
  /** The revision the form was filled from; asked of every edit. */
  rev?: number;
  content?: UpdateContent;
  reason?: string;
}

export interface Desk {
  begin(actor: Actor, content: UpdateContent): Promise<Update>;
  find(actor: Actor, id: string): Promise<Update>;
  /**
   * Moves an item on, in one atomic write guarded by state, hash and revision.
   * @throws Fault `not_found`, `role`, `own_work`, `wrong_state`, `changed`, `not_verified`, `incomplete`,
   *   `reason_missing` or `history_full`; nothing has changed then
   */
  move(actor: Actor, id: string, act: Act): Promise<Update>;
}

export function desk(deps: { store: UpdatesStore; clock: Clock; chance: Chance }): Desk {
  const { store, clock, chance } = deps;
  const entryOf = (
    { person }: Actor,
    what: HistoryEntry['what'],
    hash: string,
    reason?: string,
  ): HistoryEntry => ({
    ...{ token: chance.token(TOKEN_BYTES), what, by: person.id, role: person.role, at: clock.now(), hash },
    ...(reason === undefined ? {} : { reason }),
  });
  const find = async ({ person }: Actor, id: string): Promise<Update> => {
    const found = await store.find(person.org, id);
    if (found === undefined) throw refused('not_found');
    return found;
  };
  return {
    find,

    async begin(actor, content) {
      const { person } = actor;
      if (!WRITERS.includes(person.role)) throw refused('role');
      const id = chance.token(ID_BYTES);
      const hash = hashOf(content);
      const entry = entryOf(actor, 'create', hash);
      await actor.audit('updates.begun', `update/${id}`);
      const fresh = { org: person.org, state: 'draft', content, hash, demo: false } as const;
      const kept = { ...fresh, authors: [person.id], history: [entry], changedAt: entry.at };
      await store.insert({ _id: id, ...kept, since: dayOf(entry.at) });
      return { id, ...kept, rev: 1 };
    },

    async move(actor, id, act) {
      const update = await find(actor, id);
      const now = clock.now();
      refuseMove(update, act, actor, now);
      const reason = act.reason === undefined ? undefined : plainLine(act.reason);
      const change = changeOf(update, act, actor.person.id, now, reason);
      const entry = entryOf(actor, act.move, change.hash ?? update.hash, reason);
      await actor.audit(AUDITED[act.move], `update/${id}`, { hash: entry.hash.slice(0, 16) });
      const written =
        act.move === 'publish'
          ? await publish(update, change, entry)
          : (await store.write(update, change, entry)) === 'written';
      if (!written) {
        await actor.audit('updates.not_changed', `update/${id}`);
        throw refused('changed');
      }
      return find(actor, id);
    },
  };

  /**
   * Numbers are given by trying the next one: the unique index lets one item have it, so there is no gap and no double.
   * @returns `false` where somebody else was faster
   */
  async function publish(update: Update, change: Change, entry: HistoryEntry): Promise<boolean> {
    const year = Number(dayOf(entry.at).slice(0, 4));
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt += 1) {
      const number = { year, n: (await store.lastNumber(year)) + 1 };
      const written = await store.write(update, { ...change, number }, entry);
      if (written !== 'number_taken') return written === 'written';
    }
    return false;
  }
}

function refuseMove(update: Update, act: Act, { person }: Actor, now: number): void {
  const stands = obstacle(update, act.move, person, act.seen);
  if (stands !== undefined) throw refused(stands);
  if (act.rev !== undefined && act.rev !== update.rev) throw refused('changed');
  if (RULES[act.move].reason === true) {
    const { length } = plainLine(act.reason ?? '');
    if (length === 0 || length > MAX_REASON) throw refused('reason_missing');
  }
  if (act.move === 'edit' || act.move === 'submit') {
    if (update.history.length >= MAX_HISTORY) throw refused('history_full');
  }
  if (act.move === 'submit' && lacksOf(update.content, dayOf(now)).length > 0) throw refused('incomplete');
}

/** What a move writes. The content a verifier has judged or was about to judge is kept for comparing. */
function changeOf(update: Update, act: Act, by: string, at: number, reason = ''): Change {
  const state = RULES[act.move].to;
  const handedIn = update.state === 'draft' ? {} : { before: update.content };
  switch (act.move) {
    case 'edit': {
      const content = act.content ?? update.content;
      return { state, content, hash: hashOf(content), author: by, verification: null, ...handedIn };
    }
    case 'submit':
      return { state, author: by };
    case 'verify':
      return { state, verification: { by, at, hash: update.hash } };
    case 'reject':
      return { state, verification: null, ...handedIn };
    case 'publish':
      return { state, publication: { by, at, version: 1 } };
    case 'withdraw':
      return { state, withdrawal: { by, at, reason } };
  }
}

const AUDITED: Readonly<Record<Move, string>> = {
  edit: 'updates.edited',
  submit: 'updates.submitted',
  verify: 'updates.verified',
  reject: 'updates.rejected',
  publish: 'updates.published',
  withdraw: 'updates.withdrawn',
};

const refused = (code: string): Fault => refusal(code, 'The item cannot be moved on that way.');
