import type { ReplyFate, ThreadEntry } from '../ports.ts';
import { type EntryWords, openEntry } from '../threads/entry.ts';
import type { KeptEntry } from '../threads/entries-store.ts';
import { type AtDesk, colleague } from './at-desk.ts';
import { fatesAmong, type Opened } from './fates.ts';

/** What stands in the thread of a talk, opened, the oldest first. What does not open any more is left out. */
export async function shownEntries(
  desk: AtDesk,
  conversation: string,
  kept: readonly KeptEntry[],
): Promise<ThreadEntry[]> {
  const opened = (await Promise.all(kept.map((entry) => open(desk, entry)))).flatMap((entry) => entry ?? []);
  const fateOf = await fatesAmong(desk, conversation, opened);
  return inOrder(await Promise.all(opened.map((entry) => shown(desk, entry, fateOf(entry)))));
}

interface Shown {
  order: number;
  entry: ThreadEntry;
}

/** What came in one millisecond stands in the order of its turns. */
const inOrder = (all: Shown[]): ThreadEntry[] =>
  all.sort((a, b) => a.entry.at - b.entry.at || a.order - b.order).map(({ entry }) => entry);

interface OpenedEntry extends Opened {
  id: string;
}

/** `null`: its key is gone. */
async function open(desk: AtDesk, kept: KeptEntry): Promise<OpenedEntry | null> {
  const words = await openEntry(desk, kept);
  return words === null ? null : { id: kept.id, at: kept.at, words };
}

async function shown(
  desk: AtDesk,
  { id, at, words }: OpenedEntry,
  fate: ReplyFate | undefined,
): Promise<Shown> {
  const order = 'order' in words ? (words.order ?? 0) : Infinity;
  return { order, entry: { id, at, ...(await said(desk, words, fate)) } };
}

type Said = ThreadEntry extends infer Entry
  ? Entry extends unknown
    ? Omit<Entry, 'id' | 'at'>
    : never
  : never;

async function said(desk: AtDesk, words: EntryWords, fate: ReplyFate | undefined): Promise<Said> {
  switch (words.kind) {
    case 'citizen':
      return { kind: 'citizen', text: words.text };
    case 'sent': {
      const found = words.file === undefined ? null : await desk.fileOf(words.file);
      const file =
        words.file === undefined || !found?.there
          ? null
          : { id: words.file, seconds: found.seconds, words: found.words };
      return { kind: 'sent', media: words.media, file };
    }
    case 'reply': {
      const { text, canned, by } = words;
      return {
        ...{ kind: 'reply', text, by: await colleague(desk, by) },
        ...(canned !== undefined && { canned }),
        ...(fate !== undefined && { fate }),
      };
    }
    case 'note':
      return { kind: 'note', text: words.text, by: await colleague(desk, words.by) };
    case 'handed_over':
      return { kind: 'handed_over', reason: words.reason };
    case 'given_back':
      return { kind: 'given_back', by: words.by === null ? null : await colleague(desk, words.by) };
  }
}
