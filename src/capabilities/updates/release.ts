import type { Fingerprint } from '../../conversation/ports.ts';
import { type Chance, dayOf } from '../../domain/clock.ts';
import type { PublicLog, Statement } from './log/ports.ts';
import { statementOf } from './log/statement.ts';
import { CORRECTABLE } from './model/lifecycle.ts';
import type { HistoryEntry, Update } from './model/update.ts';
import { refused } from './moves.ts';
import type { Also, Change, UpdatesStore } from './updates-store.ts';

const TOKEN_BYTES = 12;
/** Tries for a number; each lost one means that another item got it. */
const NUMBER_TRIES = 60;

export interface ReleaseDeps {
  store: UpdatesStore;
  chance: Chance;
  fingerprint: Fingerprint;
  log: Pick<PublicLog, 'append'>;
  /** An organisation as it stands under what it publishes. */
  publisher: (org: string) => Promise<Statement['publisher']>;
}

export interface Release {
  /**
   * The version a correction replaces; nothing for an item that corrects none.
   * @throws Fault `former_gone` where it is not the one that is published any more
   */
  formerOf(update: Update): Promise<Update | undefined>;
  /** Writes a move, with all that happens together with it. `false`: somebody else was faster. */
  write(update: Update, change: Change, entry: HistoryEntry, former: Update | undefined): Promise<boolean>;
}

/** Writes what is done to an item; what citizens see goes into the public log in the same transaction. */
export function release({ store, chance, fingerprint, log, publisher }: ReleaseDeps): Release {
  return { formerOf, write };

  async function write(
    update: Update,
    change: Change,
    entry: HistoryEntry,
    former: Update | undefined,
  ): Promise<boolean> {
    if (entry.what === 'withdraw') {
      const also = await telling({ ...update, ...plain(change) }, 'withdrawn', entry.at);
      return (await store.write(update, change, entry, also)) === 'written';
    }
    if (entry.what !== 'publish') return (await store.write(update, change, entry)) === 'written';
    return former?.number === undefined
      ? publish(update, change, entry)
      : replace(update, { ...change, number: former.number }, entry, former);
  }

  /**
   * Numbers are given by trying the next one: the unique index lets one item have it, so there is no gap and no double.
   */
  async function publish(update: Update, change: Change, entry: HistoryEntry): Promise<boolean> {
    const year = Number(dayOf(entry.at).slice(0, 4));
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt += 1) {
      const numbered = { ...change, number: { year, n: (await store.lastNumber(year)) + 1 } };
      const also = await telling({ ...update, ...plain(numbered) }, 'published', entry.at);
      const written = await store.write(update, numbered, entry, also);
      if (written !== 'number_taken') return written === 'written';
    }
    return false;
  }

  /** The former version gives its number up in the same transaction: there is never none, and never two. */
  async function replace(
    update: Update,
    numbered: Change,
    entry: HistoryEntry,
    former: Update,
  ): Promise<boolean> {
    const also = await telling({ ...update, ...plain(numbered) }, 'corrected', entry.at);
    const replaced = {
      guard: former,
      change: { state: 'corrected', correction: { id: update.id, at: entry.at }, unnumbered: true },
      entry: { ...entry, token: chance.token(TOKEN_BYTES), what: 'correct', hash: former.hash },
    } as const;
    return (await store.write(update, numbered, entry, { ...also, replaced })) === 'written';
  }

  /** The version a correction replaces, as long as it is the one that is published. */
  async function formerOf({ org, corrects }: Update): Promise<Update | undefined> {
    if (corrects === undefined) return undefined;
    const former = await store.find(org, corrects.id);
    if (former?.state !== CORRECTABLE || former.publication?.version !== corrects.version)
      throw refused('former_gone');
    return former;
  }

  /** The entry of the public log that goes with a write. */
  async function telling(after: Update, kind: Statement['kind'], at: number): Promise<Also> {
    const version = after.publication?.version ?? 1;
    const reason = saidReason(after, kind);
    const said = { kind, version, at, publisher: await publisher(after.org), reason };
    const statement = statementOf(after, said, fingerprint);
    return {
      say: async (session) => {
        await log.append(session, statement, after.demo);
      },
    };
  }
}

/** Of a correction the words in its own texts, of the first language that has some; of a withdrawal its cause. */
function saidReason({ content, withdrawal }: Update, kind: Statement['kind']): string | null {
  if (kind === 'withdrawn') return withdrawal?.cause ?? null;
  if (kind === 'published') return null;
  return Object.values(content.texts).find(({ reason }) => reason !== undefined)?.reason ?? null;
}

/** What a change adds to an item, as its statement needs it. */
const plain = ({ number, publication, withdrawal }: Change): Partial<Update> => ({
  ...(number === undefined ? {} : { number }),
  ...(publication === undefined ? {} : { publication }),
  ...(withdrawal === undefined ? {} : { withdrawal }),
});
