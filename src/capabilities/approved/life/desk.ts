import { type Chance, type Clock, dayOf } from '../../../domain/clock.ts';
import { type Fault, refusal } from '../../../domain/faults.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { plainLine } from '../../updates/index.ts';
import type { EntriesStore } from './entries-store.ts';
import { type Content, type Entry, hashOf, type Step } from './entry.ts';
import { type Act, moved, obstacle, saysWhy, WRITERS } from './moves.ts';

const ID_BYTES = 12;
const TOKEN_BYTES = 12;

/** Who acts, as the staff frame knows them. */
export type AtDesk = Pick<StaffContext, 'person' | 'audit'>;

export interface Desk {
  begin(actor: AtDesk, content: Content): Promise<Entry>;
  /**
   * Moves an entry on, in one atomic write over the revision that was read.
   * @throws Fault with an `Obstacle` as its code, `same_hands` or `not_found`; nothing has changed then
   */
  move(actor: AtDesk, id: string, act: Act): Promise<Entry>;
}

export interface DeskDeps {
  /** As it stands in the audit: `explainers`. */
  name: string;
  store: EntriesStore;
  clock: Clock;
  chance: Chance;
  /** Whether one account alone could be both of these: then they are no two people (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
  /** Fields nothing can be handed in without, that are still empty. */
  lacks: (content: Content, today: string) => readonly string[];
}

/** Entries of one kind, as staff bring them on. */
export function desk({ name, store, clock, chance, lacks, sameHands }: DeskDeps): Desk {
  return {
    async begin({ person, audit }, content) {
      if (!WRITERS.includes(person.role)) throw refused('role');
      const [id, at, hash] = [chance.token(ID_BYTES), clock.now(), hashOf(content)];
      const step: Step = {
        ...{ token: chance.token(TOKEN_BYTES), what: 'create', by: person.id, role: person.role },
        ...{ at, hash },
      };
      const entry: Entry = {
        ...{ id, org: person.org, state: 'draft', content, hash, rev: 1, authors: [person.id] },
        ...{ version: 0, history: [step], demo: false, changedAt: at },
      };
      await audit(`${name}.begun`, `${name}/${id}`);
      await store.insert(entry, dayOf(at));
      return entry;
    },

    async move({ person, audit }, id, given) {
      const entry = await store.find(person.org, id);
      if (entry === undefined) throw refused('not_found');
      const act = { ...given, ...(given.reason !== undefined && { reason: plainLine(given.reason) }) };
      const stands = obstacle(entry, act, person);
      if (stands !== undefined) throw refused(stands);
      if (!saysWhy(act)) throw refused('reason_missing');
      if (act.move === 'approve')
        for (const author of entry.authors)
          if (await sameHands(author, person.id)) throw refused('same_hands');
      const at = clock.now();
      if (act.move === 'submit' && lacks(entry.content, dayOf(at)).length > 0) throw refused('incomplete');
      const next = moved(entry, act, person, at, chance.token(TOKEN_BYTES));
      await audit(`${name}.${DONE[act.move]}`, `${name}/${id}`, { hash: next.hash.slice(0, 16) });
      if (await store.write(entry, next, dayOf(at))) return next;
      await audit(`${name}.not_changed`, `${name}/${id}`);
      throw refused('changed');
    },
  };
}

const DONE = {
  edit: 'edited',
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const;

const refused = (code: string): Fault => refusal(code, 'The entry cannot be moved on that way.');
