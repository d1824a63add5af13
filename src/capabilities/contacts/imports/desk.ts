import type { Chance, Clock } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { ContactRooms } from '../ports.ts';
import { readContacts } from '../reading/read-file.ts';
import type { Bytes } from '../reading/text-of.ts';
import { type ContactImport, MOST_FAULTS } from './import.ts';
import type { ImportsStore } from './imports-store.ts';
import type { ProofsStore } from './proofs-store.ts';

const ID_BYTES = 9;
export const BRING = 'contacts.bring';
export const UNDO = 'contacts.undo';

export interface DeskDeps {
  imports: ImportsStore;
  proofs: ProofsStore;
  rooms: ContactRooms;
  dues: Pick<DueDates, 'set'>;
  clock: Clock;
  chance: Chance;
}

/** What staff do with files of contacts. Whoever calls it has recorded it under a name. */
export interface ContactsDesk {
  /** Reads a file; nobody is written down as a contact. @throws FileRefused */
  check: (bytes: Bytes, of: { org: string; by: string; channel: string }) => Promise<ContactImport>;
  /** Brings who stood in it, in the background. `false`: it does not stand so. */
  start: (id: string) => Promise<boolean>;
  /** Takes away who came only by it and has not written, in the background. */
  undo: (id: string) => Promise<boolean>;
  /** A checked file is not wanted: its rows go. */
  drop: (id: string) => Promise<boolean>;
}

export function contactsDesk(deps: DeskDeps): ContactsDesk {
  const { imports, dues, clock } = deps;
  const begin = async (kind: string, id: string): Promise<void> =>
    dues.set({ kind, id, at: clock.now(), params: {} });
  return {
    check: (bytes, of) => check(deps, bytes, of),
    async start(id) {
      const moved = await imports.move(id, ['checked'], 'running');
      // Asked again after a crash in between, it gives the order that was lost; a second order does nothing more.
      if (moved || (await imports.find(id))?.state === 'running') await begin(BRING, id);
      return moved;
    },
    async undo(id) {
      const moved = await imports.move(id, ['running', 'done'], 'undoing');
      if (moved || (await imports.find(id))?.state === 'undoing') {
        await imports.dropPages(id);
        await begin(UNDO, id);
      }
      return moved;
    },
    async drop(id) {
      const moved = await imports.move(id, ['checked'], 'dropped');
      if (moved) await imports.dropPages(id);
      return moved;
    },
  };
}

async function check(
  { imports, proofs, rooms, clock, chance }: DeskDeps,
  bytes: Bytes,
  { org, by, channel }: { org: string; by: string; channel: string },
): Promise<ContactImport> {
  const id = chance.token(ID_BYTES);
  const day = dayOf(clock.now());
  const made: ContactImport = {
    ...{ id, org, by, state: 'checked', day, channel, rows: 0, good: 0 },
    ...{ refused: {}, faults: [], pages: 0, next: 0 },
  };
  try {
    const pages = readContacts(bytes, {
      today: day,
      placeOf: (words) => rooms.placeOf(words),
      known: (phones) => known(phones, channel, rooms, proofs),
    });
    for await (const { contacts, faults, rows } of pages) {
      made.rows += rows;
      made.good += contacts.length;
      for (const { reason } of faults) made.refused[reason] = (made.refused[reason] ?? 0) + 1;
      made.faults.push(...faults.slice(0, MOST_FAULTS - made.faults.length));
      if (contacts.length > 0) await imports.putPage(id, made.pages++, contacts, day);
    }
  } catch (cause) {
    await imports.dropPages(id);
    throw cause;
  }
  await imports.add(made);
  return made;
}

/** Who was taken away by an undoing may come again: that tombstone is ours, and no wish of theirs. */
async function known(
  phones: readonly string[],
  channel: string,
  rooms: Pick<ContactRooms, 'conversationOf' | 'standing'>,
  proofs: Pick<ProofsStore, 'undoneAt'>,
): Promise<readonly ('known' | 'stopped' | 'erased' | undefined)[]> {
  const conversations = phones.map((phone) => rooms.conversationOf(channel, phone));
  const standing = await rooms.standing(conversations);
  return Promise.all(
    standing.map(async (is, at) => {
      if (typeof is !== 'object') return is;
      return (await proofs.undoneAt(conversations[at] ?? '')) === is.erasedAt ? undefined : 'erased';
    }),
  );
}
