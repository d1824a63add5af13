import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/clock.ts';
import { Refused } from './refused.ts';

/**
 * How failed sign-ins slow down the next ones. The rule, so that nobody can lock another person out:
 * - *account from an address*: 4 tries free, then a wait that doubles from 1 s to 15 min, refused with 429 meanwhile;
 * - *address*, whatever the account: 30 tries free (a mobile carrier puts a whole town behind one), then up to 1 min;
 * - *a browser this account signed in from before* has a count of its own instead of these two, so that strangers
 *   behind the same address cannot keep its owner out;
 * - *account, from anywhere*: never refused, only held for up to 3 s (see `holdFor`).
 * An attempt is counted before the password is looked at, so that many at once do not all pass as the first;
 * one that is refused does not count. Refusing attempts lives in memory: a restart forgets it (open), the password and
 * the second factor still stand. The count of the account is in the database; while that is away nobody signs in (closed).
 */
export interface Delays {
  /** Counts the attempt, or throws 429 with `Retry-After`. The returned function takes the count back on success. */
  admit(attempt: { address: string; account: string; known: string | undefined }): () => void;
}

export function signInDelays(clock: Clock): Delays {
  const tries = new LRUCache<string, Tries>({ max: MOST_REMEMBERED });
  return {
    admit({ address, account, known }) {
      const now = clock.now();
      const rules =
        known === undefined ? strangerRules(networkOf(address), account) : [knownRule(account, known)];
      const counts = rules.map((rule) => ({ rule, before: recent(tries.get(rule.key), now) }));
      const wait = Math.max(...counts.map(({ before }) => before.until - now));
      if (wait > 0)
        throw new Refused(429, 'too_many_tries', { 'Retry-After': String(Math.ceil(wait / 1000)) });
      for (const { rule, before } of counts) tries.set(rule.key, another(before, rule, now));
      return () => {
        for (const { rule, before } of counts) tries.set(rule.key, rule.forgiven ? NO_TRIES : before);
      };
    },
  };
}

/** How long the n-th attempt on one account, from anywhere, is held before it is looked at: ms. */
export const holdFor = (attempts: number): number =>
  attempts <= FREE_HOLDS ? 0 : Math.min(HOLD_MOST_MS, 250 * 2 ** Math.min(attempts - FREE_HOLDS - 1, 10));

const FREE_HOLDS = 5;
const HOLD_MOST_MS = 3000;

interface Tries {
  count: number;
  /** No attempt before this moment. */
  until: number;
  last: number;
}

interface Rule {
  key: string;
  free: number;
  mostMs: number;
  /** A success clears the count; where others share it, it takes back only its own. */
  forgiven: boolean;
}

/** About 4 MB. Pushing an entry out takes more addresses than a nuisance has; see the rule on restarts. */
const MOST_REMEMBERED = 20_000;
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;
const NO_TRIES: Tries = { count: 0, until: 0, last: 0 };

const strangerRules = (network: string, account: string): Rule[] => [
  { key: `pair ${network} ${account}`, free: 4, mostMs: 15 * 60 * 1000, forgiven: true },
  { key: `address ${network}`, free: 30, mostMs: 60 * 1000, forgiven: false },
];

const knownRule = (account: string, known: string): Rule => ({
  key: `known ${account} ${known}`,
  free: 4,
  mostMs: 15 * 60 * 1000,
  forgiven: true,
});

const recent = (tries: Tries = NO_TRIES, now: number): Tries =>
  now - tries.last > FORGOTTEN_AFTER_MS ? NO_TRIES : tries;

function another({ count }: Tries, rule: Rule, now: number): Tries {
  const over = count + 1 - rule.free;
  const wait = over <= 0 ? 0 : Math.min(rule.mostMs, 1000 * 2 ** Math.min(over - 1, 20));
  return { count: count + 1, until: now + wait, last: now };
}

/** An IPv6 customer has 2^64 addresses: they count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .join(':');
}
