import { type Chance, type Clock, dayOf } from '../../../domain/clock.ts';
import { type Fault, refusal } from '../../../domain/faults.ts';
import { isRegional, type Role, type StaffContext } from '../../../web/staff/index.ts';
import type { Audience } from '../model/audience.ts';
import type { Scope } from '../ports.ts';
import type { SavedAudience } from './saved.ts';
import { MOST_SAVED, type SavedStore, type Whose } from './saved-store.ts';

/** As of broadcasts: who writes them makes audiences, who reads them sees these. */
export const AUDIENCE_WRITERS: readonly Role[] = ['admin', 'editor', 'organiser', 'coordinator'];
export const AUDIENCE_READERS: readonly Role[] = [...AUDIENCE_WRITERS, 'verifier', 'analyst', 'viewer'];

export type Actor = Pick<StaffContext, 'person' | 'audit'>;

const ID_BYTES = 12;

/** What staff do with saved audiences, each under their name. */
export interface SavedDesk {
  list(actor: Pick<Actor, 'person'>): Promise<SavedAudience[]>;
  /** `undefined` also where a coordinator's regions end, and in another organisation. */
  find(actor: Pick<Actor, 'person'>, id: string): Promise<SavedAudience | undefined>;
  /** @throws Fault `too_many` */
  save(actor: Actor, name: string, audience: Audience): Promise<SavedAudience>;
  /** Another with the same conditions and borders, under a name of its own. @throws Fault `too_many` */
  copy(actor: Actor, from: SavedAudience, name: string): Promise<SavedAudience>;
  /** @throws Fault `changed` */
  change(actor: Actor, seen: SavedAudience, to: { name: string; audience: Audience }): Promise<SavedAudience>;
  /** Broadcasts keep their own copy. @throws Fault `changed` */
  remove(actor: Actor, seen: SavedAudience): Promise<void>;
}

export function savedDesk({
  store,
  clock,
  chance,
}: {
  store: SavedStore;
  clock: Clock;
  chance: Chance;
}): SavedDesk {
  const insert = async (
    { person, audit }: Actor,
    { name, audience, scope }: { name: string; audience: Audience; scope: Scope },
  ): Promise<SavedAudience> => {
    // Of the whole organisation: a coordinator fills the same list.
    if ((await store.list({ org: person.org })).length >= MOST_SAVED) throw refused('too_many');
    const id = chance.token(ID_BYTES);
    await audit('audiences.saved', `audience/${id}`);
    const now = clock.now();
    const saved: SavedAudience = {
      ...{ id, org: person.org, name, audience, scope, author: person.id, rev: 1 },
      ...{ changedAt: now, changedOn: dayOf(now), demo: false },
    };
    await store.insert(saved);
    return saved;
  };
  return {
    list: ({ person }) => store.list(whoseOf(person)),
    find: ({ person }, id) => store.find(whoseOf(person), id),
    save: (actor, name, audience) => insert(actor, { name, audience, scope: borders(actor.person) }),
    copy: (actor, { audience, scope }, name) => insert(actor, { name, audience, scope }),
    async change({ audit }, seen, { name, audience }) {
      await audit('audiences.changed', `audience/${seen.id}`);
      const now = clock.now();
      const to = { ...seen, name, audience, rev: seen.rev + 1, changedAt: now, changedOn: dayOf(now) };
      if (!(await store.replace(seen, to))) throw refused('changed');
      return to;
    },
    async remove({ audit }, seen) {
      await audit('audiences.deleted', `audience/${seen.id}`);
      if (!(await store.remove(seen))) throw refused('changed');
    },
  };
}

/** Whom this person may count: a coordinator those of their regions. */
export const borders = ({ role, regions = [] }: Pick<StaffContext['person'], 'role' | 'regions'>): Scope =>
  isRegional(role) ? { regions: [...regions].sort() } : {};

function whoseOf({ org, role, regions = [] }: StaffContext['person']): Whose {
  return { org, ...(isRegional(role) ? { regions } : {}) };
}

const refused = (code: string): Fault => refusal(code, 'The saved audience cannot be changed that way.');
