import type { mongo } from 'mongoose';
import type { Commit, Conversation } from '../../conversation/conversation.ts';
import type { Parked } from '../../conversation/phone/on-phone.ts';
import type { Sealer } from '../../conversation/ports.ts';
import type { PeopleStore } from '../people.ts';
import { isLaid, storedOf, writeParked } from './parked.ts';
import type { ConversationDoc } from './shapes.ts';
import type { Standing } from './standing.ts';

export interface SeatingDeps {
  people: Pick<PeopleStore, 'keysOf'>;
  system: Sealer;
  standing: Standing;
}

/** Who shares the phone after a commit: what is parked by it is sealed. Whoever was erased meanwhile is left out. */
export async function sharedAfter(
  { base, seating, talk }: Commit,
  deps: SeatingDeps,
): Promise<Conversation['shared']> {
  if (talk === null) return undefined;
  if (seating === undefined) return base.shared;
  const laid = seating.parked.filter(isLaid);
  const keys = laid.length === 0 ? NO_KEYS : await deps.people.keysOf(laid.map(({ person }) => person));
  const parked = seating.parked.flatMap((one): Parked[] => {
    if (!isLaid(one)) return [one];
    const key = keys.get(one.person);
    if (key === undefined) return [];
    const { seat, person, sign } = one;
    return [{ seat, person, sign, stored: writeParked(deps, base.id, one, key) }];
  });
  return { seat: seating.seat, seats: seating.seats, parked };
}

/** The whole list is written: whoever changes it moves the revision, so none writes over what it has not read. */
export const seatingSet = (shared: NonNullable<Conversation['shared']>): Partial<ConversationDoc> => ({
  ...{ seat: shared.seat, seats: shared.seats },
  parked: shared.parked.map(storedOf),
});

/** Takes away what {@link seatingSet} gives. */
export const NOBODY_ELSE = { seat: '', seats: '', parked: '' } as const;

type Stands = Pick<ConversationDoc, 'runs' | 'stands'>;

/** Where everybody on the phone stands: a version of a flow that somebody waits in is still needed. */
export function standingOfAll(
  own: ReturnType<Standing['of']>,
  shared: Conversation['shared'],
): ReturnType<Standing['of']> {
  if (shared === undefined || shared.parked.length === 0) return own;
  const all: Stands[] = [own ?? {}, ...shared.parked.map(storedOf)];
  const runs = all.flatMap(({ runs: each = [] }): mongo.Binary[] => each);
  const stands = all.flatMap(({ stands: each = [] }): mongo.Binary[] => each);
  return runs.length === 0 ? undefined : { runs, stands };
}

const NO_KEYS: ReadonlyMap<string, Buffer> = new Map();
