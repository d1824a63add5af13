import type { Commit, OutItem } from '../../conversation/conversation.ts';
import type { Clock } from '../../domain/clock.ts';
import { Fault } from '../../domain/faults.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { PeopleStore } from '../people.ts';
import { following, sizeOf } from './after-commit.ts';
import type { Prepared } from './commits.ts';
import { nextRing } from './ring.ts';
import { NOBODY_ELSE, seatingSet, sharedAfter, standingOfAll } from './seating.ts';
import { type Lock, MAX_DOCUMENT_BYTES, sealTalk, writeEffect, writeOut } from './shapes.ts';
import { NOWHERE, type Standing } from './standing.ts';

const ID_BYTES = 16;
const DAY_MS = 86_400_000;

/** What a commit is prepared with. */
export interface Preparing {
  keyring: Keyring;
  people: PeopleStore;
  clock: Clock;
  standing: Standing;
  /** How long a process is believed to work on what it committed, milliseconds. */
  leaseMs: number;
  /** Which messages wait as `untried` until somebody begins them, and for how long nobody else looks at them. */
  untried?: { which: (item: OutItem) => boolean; leaseMs: number };
}

/**
 * What a turn writes, sealed and within what a document may hold.
 * @returns `null`: the person's key is gone
 * @throws Fault `conversation_too_large`
 */
export async function prepareCommit(preparing: Preparing, commit: Commit): Promise<Prepared | null> {
  const { base, person, talk } = commit;
  const erasing = talk === null;
  const lock = await lockOf(preparing, erasing ? null : person);
  if (lock === null) return null;
  const { keyring, people, clock, leaseMs, untried } = preparing;
  const at = clock.now() + leaseMs;
  const out = commit.out.map((item) =>
    untried?.which(item) === true ? { ...item, untried: true as const } : item,
  );
  const effects = commit.effects.map((effect, index) => ({
    ...effect,
    id: shortFingerprint(keyring, 'effect', base.id, String(base.rev + 1), String(index)),
    rev: base.rev + 1,
  }));
  const shared = await sharedAfter(commit, { people, system: keyring.sealer, standing: preparing.standing });
  const standing = standingOfAll(preparing.standing.of(talk?.session ?? null), shared);
  const items: Lock = commit.erases === true ? { system: keyring.sealer } : lock;
  const prepared: Prepared = {
    commit,
    set: {
      ...(person !== null && talk !== null ? { person, talk: sealTalk(lock, base.id, talk) } : {}),
      ...standing,
      ...(shared !== undefined && commit.seating !== undefined && seatingSet(shared)),
      ...(commit.erasedAt === null ? {} : { erasedAt: commit.erasedAt }),
    },
    unset: {
      ...(erasing ? { talk: '', person: '' } : base.erasedAt !== null ? { erasedAt: '' } : {}),
      ...(standing === undefined ? NOWHERE : {}),
      ...(erasing && base.shared !== undefined ? NOBODY_ELSE : {}),
    },
    out: out.map((item) => writeOut(items, base.id, item, item.untried === true ? untriedAt(preparing) : at)),
    effects: effects.map((effect) => writeEffect(items, base.id, effect, at)),
    committed: { out: following(out, base.unsent), effects },
    shared,
    next: nextRing(base, commit.inbound, Math.floor(clock.now() / DAY_MS)),
  };
  const bytes = sizeOf(prepared);
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw new Fault(
      'bug',
      'conversation_too_large',
      `A turn would make a conversation of ${bytes} bytes; the limit is ${MAX_DOCUMENT_BYTES}.`,
    );
  }
  return prepared;
}

/** When a message that waits for somebody to begin it is looked at by others. */
export const untriedAt = ({ clock, leaseMs, untried }: Omit<Preparing, 'standing'>): number =>
  clock.now() + (untried?.leaseMs ?? leaseMs);

export const shortFingerprint = ({ fingerprint }: Keyring, purpose: string, ...parts: string[]): Buffer =>
  fingerprint(purpose, ...parts).subarray(0, ID_BYTES);

async function lockOf({ keyring, people }: Preparing, person: string | null): Promise<Lock | null> {
  if (person === null) return { system: keyring.sealer };
  const key = (await people.keysOf([person])).get(person);
  return key === undefined ? null : { person: key };
}
