import { hashOf } from '../model/canonical.ts';
import { numberWords, type Update } from '../model/update.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { RECORD_DAYS } from './collections.ts';
import { BEGINNING } from './entry.ts';
import type { NumberedItems } from './items-store.ts';
import type { LogStore } from './log-store.ts';
import type { LogEntry, LogHead } from './ports.ts';
import { type LogDamage, logFollower, type LogVerdict } from './verify-log.ts';

/**
 * What is wrong, besides the log itself: an item that says something else than the log (`item_differs`), one that stands
 * as published and never was (`item_unlogged`), or one that was and is there no more (`item_gone`).
 */
export type Wrong =
  | { what: LogDamage | 'head'; seq: number }
  | { what: 'item_differs' | 'item_unlogged' | 'item_gone'; number: string };

export interface SelfCheck {
  /** When, milliseconds since 1970. */
  at: number;
  entries: number;
  head: LogHead;
  wrong?: Wrong;
}

export interface Checked {
  store: Pick<LogStore, 'all' | 'head' | 'of'>;
  items: NumberedItems;
  keys: readonly PublicKey[];
  /** Heads noted down outside the database. */
  noted: readonly LogHead[];
}

/** Follows the log as it is stored, and compares every published item with what the log says of it. */
export async function selfCheck({ store, items, keys, noted }: Checked, at: number): Promise<SelfCheck> {
  // First: what is appended meanwhile lies behind it, which is no fault.
  const before = await store.head();
  if (!isHead(before)) return { at, entries: 0, head: BEGINNING, wrong: { what: 'head', seq: 1 } };
  const said = new Map<string, Said>();
  const verdict = await followed(store, { keys, heads: [...noted, before] }, said);
  const found = { at, entries: verdict.entries, head: verdict.head };
  if (verdict.broken !== undefined) return { ...found, wrong: verdict.broken };
  const after = await store.head();
  if (!isHead(after) || after.seq < verdict.head.seq)
    return { ...found, wrong: { what: 'head', seq: verdict.head.seq } };
  const wrong = await wrongItem({ store, items }, said, at);
  return wrong === undefined ? found : { ...found, wrong };
}

async function wrongItem(
  { store, items }: Pick<Checked, 'store' | 'items'>,
  said: Map<string, Said>,
  now: number,
): Promise<Wrong | undefined> {
  const gone = new Map([...said].filter(([, { at }]) => now - Date.parse(at) < RECORD_DAYS * DAY_MS));
  for await (const item of items.all()) {
    if (item.demo) continue;
    gone.delete(versionOf(item));
    if (wrongOf(item, said) === undefined) continue;
    // Published while we read: asked again, as it is now.
    const [fresh, of] = [await items.byId(item.id), await ofNumber(store, item)];
    const what = fresh === undefined ? undefined : wrongOf(fresh, of);
    if (what !== undefined) return { what, number: wordsOf(item) };
  }
  const [missing] = gone.keys();
  return missing === undefined ? undefined : { what: 'item_gone', number: missing.split(' ')[0] ?? '' };
}

const DAY_MS = 86_400_000;

/** What the log says of one version: a hash of its words, where it stands, and since when. */
interface Said {
  hash: string;
  state: 'published' | 'corrected' | 'withdrawn';
  at: string;
}

async function followed(
  store: Pick<LogStore, 'all'>,
  known: { keys: readonly PublicKey[]; heads: readonly LogHead[] },
  said: Map<string, Said>,
): Promise<LogVerdict> {
  const follower = logFollower(known);
  for await (const found of store.all()) {
    const verdict = follower.next(found);
    if (verdict !== undefined) return verdict;
    // It was read as an entry just now.
    note(said, found as LogEntry);
  }
  return follower.end();
}

async function ofNumber(store: Pick<LogStore, 'of'>, item: Update): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  for (const entry of await store.of(wordsOf(item))) note(said, entry);
  return said;
}

function note(said: Map<string, Said>, { statement }: LogEntry): void {
  const { number, version, kind, content, at } = statement;
  const former = said.get(`${number} ${String(version - 1)}`);
  if (kind === 'corrected' && former !== undefined) former.state = 'corrected';
  const state = kind === 'withdrawn' ? 'withdrawn' : 'published';
  said.set(`${number} ${String(version)}`, { hash: hashOf(content), state, at });
}

function wrongOf(
  item: Update,
  said: ReadonlyMap<string, Said>,
): 'item_differs' | 'item_unlogged' | undefined {
  const logged = said.get(versionOf(item));
  if (logged === undefined) return 'item_unlogged';
  return logged.hash === hashIn(item) && logged.state === item.state ? undefined : 'item_differs';
}

/** What somebody put into the database may have no canonical form; then it is not what was published. */
function hashIn({ content }: Update): string | undefined {
  try {
    return hashOf(content);
  } catch {
    return undefined;
  }
}

/** In JSON, where `[1]` is not `1`. */
const versionOf = (item: Update): string => `${wordsOf(item)} ${JSON.stringify(item.publication?.version)}`;

/** As it lies in the database, which may have been written by anybody. */
const isHead = ({ seq, hash }: LogHead): boolean => Number.isInteger(seq) && typeof hash === 'string';

const wordsOf = ({ number }: Update): string =>
  Number.isInteger(number?.year) && Number.isInteger(number?.n) && number !== undefined
    ? numberWords(number)
    : '';
