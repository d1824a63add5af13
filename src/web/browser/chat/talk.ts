import type { Device } from './device.ts';

export interface Choice {
  id: string;
  label: string;
  /** What may be typed for it; absent where only a finger may press it. */
  digits?: string;
}

/** A recording as the server tells of it; nothing of it is here before it is asked for. */
export interface AudioLink {
  url: string;
  bytes: number;
  seconds?: number;
}

/** A picture they have asked for; what it weighs was said before. */
export interface ImageLink {
  url: string;
  bytes: number;
}

/** Something this person said or tapped. `hidden`: the word that opens the talk, which nobody typed. */
export interface Mine {
  by: 'me';
  id: string;
  at: number;
  say?: string;
  choose?: string;
  /** A voice or a photo; the file itself is in the page's memory, and gone when the page is. */
  media?: 'voice' | 'photo';
  shown: string;
  hidden?: boolean;
  state: 'waiting' | 'sent' | 'refused';
}

export interface Theirs {
  by: 'bot';
  n: number;
  at: number;
  text: string;
  /** The language of the talk by then, once it had one. */
  lang?: string;
  choices: Choice[];
  audio?: AudioLink;
  image?: ImageLink;
}

export type Entry = Mine | Theirs;

/** As long as the server keeps its side; an old talk does not lie on a phone that changes hands. */
const KEPT_MS = 72 * 60 * 60 * 1000;
/** Entries kept on the phone: some 30 kB, far below what browsers allow. */
const MOST = 100;
const KEY = 'talk';

/** The talk as this phone knows it: kept beside the token, so that a reload costs no data and loses no word. */
export interface Talk {
  entries(): readonly Entry[];
  /** Number of the newest message of the bot, 0 before the first. */
  newest(): number;
  /** The language it is in, once one was chosen. */
  lang(): string | undefined;
  add(entry: Entry): void;
  mark(id: string, state: Mine['state']): void;
  /** Takes in what another tab has written. */
  merge(): void;
  clear(): void;
}

export function talkOf(device: Device, now: () => number, changed: () => void): Talk {
  let entries = read(device).filter((entry) => entry.at > now() - KEPT_MS);
  /** Another tab may have written in the meantime: what it has is kept too. */
  const keep = (next: readonly Entry[]): void => {
    entries = united(next, read(device)).slice(-MOST);
    device.write(KEY, JSON.stringify(entries));
    changed();
  };
  return {
    entries: () => entries,
    newest: () => entries.reduce((most, entry) => (entry.by === 'bot' ? Math.max(most, entry.n) : most), 0),
    lang() {
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const entry = entries[at];
        if (entry?.by === 'bot' && entry.lang !== undefined) return entry.lang;
      }
      return undefined;
    },
    add(entry) {
      if (!has(entries, entry)) keep([...entries, entry]);
    },
    mark(id, state) {
      keep(entries.map((entry) => (entry.by === 'me' && entry.id === id ? { ...entry, state } : entry)));
    },
    merge() {
      entries = united(entries, read(device)).filter((entry) => entry.at > now() - KEPT_MS);
      changed();
    },
    clear() {
      entries = [];
      changed();
    },
  };
}

/**
 * What either tab knows; of what was sent the state that is further on. Never ordered by their times: the clock of a phone
 * is set back in the middle of a talk, and the question asked last must stay the last.
 */
function united(mine: readonly Entry[], theirs: readonly Entry[]): Entry[] {
  const known = new Map<string, Entry>();
  for (const entry of [...mine, ...theirs]) {
    const before = known.get(keyOf(entry));
    if (before === undefined || isFurther(entry, before)) known.set(keyOf(entry), entry);
  }
  return [...known.values()];
}

const isFurther = (entry: Entry, before: Entry): boolean =>
  entry.by === 'me' && before.by === 'me' && STATES.indexOf(entry.state) > STATES.indexOf(before.state);

const STATES = ['waiting', 'refused', 'sent'];

export const keyOf = (entry: Entry): string => (entry.by === 'me' ? `me-${entry.id}` : `bot-${entry.n}`);

const has = (entries: readonly Entry[], entry: Entry): boolean =>
  entries.some((known) => keyOf(known) === keyOf(entry));

/** Another version of the page may have written it: what does not look right is left, the talk itself is on the server. */
function read(device: Device): Entry[] {
  try {
    const kept: unknown = JSON.parse(device.read(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  if (typeof entry['at'] !== 'number') return false;
  if (entry['by'] === 'bot')
    return (
      typeof entry['n'] === 'number' &&
      typeof entry['text'] === 'string' &&
      Array.isArray(entry['choices']) &&
      (entry['audio'] === undefined || isAudio(entry['audio'])) &&
      (entry['image'] === undefined || isAudio(entry['image']))
    );
  return entry['by'] === 'me' && typeof entry['id'] === 'string' && typeof entry['shown'] === 'string';
}

/** Of this site only: whatever an address of elsewhere would bring, it would be told who listens. */
function isAudio(value: unknown): value is AudioLink {
  if (typeof value !== 'object' || value === null) return false;
  const { url, bytes, seconds } = value as Record<string, unknown>;
  return (
    typeof url === 'string' &&
    /^\/media\/[\w-]+$/.test(url) &&
    typeof bytes === 'number' &&
    (seconds === undefined || typeof seconds === 'number')
  );
}
