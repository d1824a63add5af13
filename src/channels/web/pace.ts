import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/clock.ts';
import { Problem } from './problem.ts';

/** More than a person types; a flood from one chat stops here, before it costs a turn. */
export const MESSAGES_A_MINUTE = 20;
/** Repeats of a known id are how a bad link recovers, so they are nearly free; this bounds a client gone wild. */
const REQUESTS_A_MINUTE = 300;
/** About 10 MB at worst; beyond it the quietest chats are forgotten, which only lets them speak. */
const MOST_CHATS = 20_000;
const MINUTE_MS = 60_000;

interface Recent {
  /** Message id → when it was first seen. */
  ids: Map<string, number>;
  since: number;
  requests: number;
}

/** Throws a 429 when one chat brings too much. */
export type Pace = (chat: string, id: string) => void;

/**
 * Twenty messages a minute a chat. Kept in memory and so **fail-open**: a restart or another process forgets the
 * count, because a citizen who is cut off by our bookkeeping is worse than a few messages too many.
 */
export function paceOf(clock: Clock): Pace {
  const chats = new LRUCache<string, Recent>({ max: MOST_CHATS });
  return (chat, id) => {
    const now = clock.now();
    const recent = chats.get(chat) ?? { ids: new Map<string, number>(), since: now, requests: 0 };
    chats.set(chat, recent);
    forgetOld(recent, now);
    recent.requests += 1;
    if (recent.requests > REQUESTS_A_MINUTE) throw tooMany(recent.since + MINUTE_MS - now);
    if (recent.ids.has(id)) return;
    if (recent.ids.size >= MESSAGES_A_MINUTE) throw tooMany(oldest(recent, now) + MINUTE_MS - now);
    recent.ids.set(id, now);
  };
}

function forgetOld(recent: Recent, now: number): void {
  if (Math.abs(now - recent.since) >= MINUTE_MS) {
    recent.since = now;
    recent.requests = 0;
  }
  // `abs`: a clock set back must not silence anybody for an hour.
  for (const [id, at] of recent.ids) if (Math.abs(now - at) >= MINUTE_MS) recent.ids.delete(id);
}

const oldest = (recent: Recent, now: number): number => recent.ids.values().next().value ?? now;

const tooMany = (waitMs: number): Problem =>
  new Problem(429, 'too_fast', 'Twenty messages a minute; the same message may be sent again later.', {
    'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))),
  });
