import { type Clock, dayOf } from '../../domain/clock.ts';
import type { StaffContext } from '../../web/staff/index.ts';
import { hashOf } from './model/canonical.ts';
import type { UpdateContent } from './model/content.ts';
import { CORRECTABLE, type Move, WRITERS } from './model/lifecycle.ts';
import { plainLine } from './model/plain-line.ts';
import type { HistoryEntry, Update } from './model/update.ts';
import { type Act, changeOf, refuseMove, refused } from './moves.ts';
import { release, type ReleaseDeps } from './release.ts';

export { type Act, MAX_HISTORY, MAX_REASON } from './moves.ts';

const ID_BYTES = 12;
const TOKEN_BYTES = 12;

/** Who acts, as the staff frame knows them. */
export type Actor = Pick<StaffContext, 'person' | 'audit'>;

export interface Desk {
  begin(actor: Actor, content: UpdateContent): Promise<Update>;
  /**
   * Begins the correction of a published item: a draft with its words, which takes its number when it is published.
   * @throws Fault `not_found`, `role` or `wrong_state`
   */
  correct(actor: Actor, id: string): Promise<Update>;
  find(actor: Actor, id: string): Promise<Update>;
  /** @throws Fault `same_hands` where the actor and one of the authors are no two people (T21) */
  refuseSameHands(actor: Actor, update: Pick<Update, 'authors'>): Promise<void>;
  /**
   * Moves an item on, in one atomic write guarded by state, hash and revision; what citizens will see is written together
   * with its entry in the public log, and a correction together with what becomes of the former version.
   * @throws Fault `not_found`, `role`, `own_work`, `same_hands`, `wrong_state`, `changed`, `not_verified`, `former_gone`,
   *   `incomplete`, `reason_missing`, `cause_missing` or `history_full`; nothing has changed then
   */
  move(actor: Actor, id: string, act: Act): Promise<Update>;
}

export interface DeskDeps extends ReleaseDeps {
  clock: Clock;
  /** Whether one account alone could be both of these. */
  sameHands: (a: string, b: string) => Promise<boolean>;
}

export function desk(deps: DeskDeps): Desk {
  const { store, clock, chance } = deps;
  const releasing = release(deps);
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
  const begin = async (
    actor: Actor,
    content: UpdateContent,
    of: Partial<Pick<Update, 'corrects' | 'approved' | 'demo'>>,
  ): Promise<Update> => {
    const { person } = actor;
    if (!WRITERS.includes(person.role)) throw refused('role');
    const id = chance.token(ID_BYTES);
    const hash = hashOf(content);
    const entry = entryOf(actor, 'create', hash);
    await actor.audit('updates.begun', `update/${id}`);
    const fresh = { org: person.org, state: 'draft', content, hash, demo: false, ...of } as const;
    const kept = { ...fresh, authors: [person.id], history: [entry], changedAt: entry.at };
    await store.insert({ _id: id, ...kept, since: dayOf(entry.at) });
    return { id, ...kept, rev: 1 };
  };
  const refuseSameHands: Desk['refuseSameHands'] = async ({ person }, { authors }) => {
    const same = await Promise.all(authors.map((author) => deps.sameHands(author, person.id)));
    if (same.includes(true)) throw refused('same_hands');
  };
  return {
    find,
    refuseSameHands,
    begin: (actor, content) => begin(actor, content, {}),

    async correct(actor, id) {
      const { content, number, publication, state, demo } = await find(actor, id);
      if (!WRITERS.includes(actor.person.role)) throw refused('role');
      if (state !== CORRECTABLE || number === undefined || publication === undefined)
        throw refused('wrong_state');
      const corrects = { id, number, version: publication.version };
      return begin(actor, withoutReasons(content), { corrects, approved: content, demo });
    },

    async move(actor, id, act) {
      const update = await find(actor, id);
      const now = clock.now();
      refuseMove(update, act, actor.person, now);
      if (act.move === 'verify') await refuseSameHands(actor, update);
      const former = act.move === 'publish' ? await releasing.formerOf(update) : undefined;
      const reason = act.reason === undefined ? undefined : plainLine(act.reason);
      const change = changeOf(update, act, actor.person.id, now);
      const entry = entryOf(actor, act.move, change.hash ?? update.hash, reason);
      await actor.audit(AUDITED[act.move], `update/${id}`, { hash: entry.hash.slice(0, 16) });
      if (!(await releasing.write(update, change, entry, former))) {
        await actor.audit('updates.not_changed', `update/${id}`);
        throw refused('changed');
      }
      return find(actor, id);
    },
  };
}

/** What was wrong with the version before the one that is corrected now is not said again. */
const withoutReasons = (content: UpdateContent): UpdateContent => ({
  ...content,
  texts: Object.fromEntries(
    Object.entries(content.texts).map(([lang, { title, first, second, audio }]) => [
      lang,
      { title, first, second, audio },
    ]),
  ),
});

const AUDITED: Readonly<Record<Move, string>> = {
  edit: 'updates.edited',
  submit: 'updates.submitted',
  verify: 'updates.verified',
  reject: 'updates.rejected',
  publish: 'updates.published',
  withdraw: 'updates.withdrawn',
};
