import { readFileSync } from 'node:fs';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '../../domain/faults.ts';

export const PASSWORD_SHORTEST = 15;
/** Longer is refused before any work: hashing is slow on purpose, and so a way to keep us busy. */
export const PASSWORD_LONGEST = 1000;

export type PasswordFault = 'too_short' | 'too_long' | 'predictable';

/**
 * Whether a new password will do; `undefined` when it does. Length does the work (NIST SP 800-63B-4); besides it must
 * not be made of words an attacker tries first: common ones, ours, and those in `context` (the e-mail, the name).
 */
export function passwordFault(password: string, context: readonly string[] = []): PasswordFault | undefined {
  if (password.length > PASSWORD_LONGEST) return 'too_long';
  if (Array.from(password.normalize('NFKC')).length < PASSWORD_SHORTEST) return 'too_short';
  const words = [...context.flatMap(wordsOf), ...BLOCKED].sort((a, b) => b.length - a.length);
  const plain = fold(password);
  const readings = [plain, plain.replace(/[01345789@$!]/g, (sign) => LEET[sign] ?? sign)];
  return readings.some((reading) => isPredictable(reading, words)) ? 'predictable' : undefined;
}

/** argon2id as a PHC string. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), ARGON2));

/** Takes the same time whether it fits or not. */
export const passwordFits = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, password.normalize('NFKC')));

/** OWASP's first choice for argon2id: 46 MiB, one pass. The type of the algorithm is the library's default. */
const ARGON2 = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Two at once: a core each on a small machine, and half of libuv's threads left for everything else. */
const WIDTH = 2;
/** More than these waiting would be answered after the browser gave up. */
const LONGEST_LINE = 64;

let running = 0;
const line: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= WIDTH) {
    if (line.length >= LONGEST_LINE) throw unavailable('busy', 'Too many sign-ins at once.');
    await new Promise<void>((resolve) => line.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const BLOCKED = JSON.parse(
  readFileSync(new URL('./blocked-words.json', import.meta.url), 'utf8'),
) as readonly string[];

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What is left once the guessable is taken out must still be worth guessing. */
const LEAST_REST = 8;
const LEAST_DISTINCT = 6;

function isPredictable(reading: string, words: readonly string[]): boolean {
  const letters = reading.replace(/[^\p{L}\p{N}]/gu, '');
  if (new Set(reading).size < LEAST_DISTINCT || /^(.{1,12}?)\1+.{0,2}$/u.test(reading)) return true;
  let rest = letters;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  return withoutRuns(rest).replaceAll(' ', '').length + signsOf(reading) < LEAST_REST;
}

/** Signs count for something, but a row of the same sign counts once. */
const signsOf = (reading: string): number => new Set(reading.replace(/[\p{L}\p{N}\s]/gu, '')).size;

/** Takes out runs like `4567`, `fedc` and `aaaa`. */
function withoutRuns(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; ) {
    const end = runEnd(text, at);
    if (end - at < 4) kept += text.slice(at, at + 1);
    at = end - at < 4 ? at + 1 : end;
  }
  return kept;
}

function runEnd(text: string, start: number): number {
  const step = text.charCodeAt(start + 1) - text.charCodeAt(start);
  if (!(Math.abs(step) <= 1)) return start + 1;
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) - text.charCodeAt(end - 1) === step) end += 1;
  return end;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Pieces of one or two letters are in every sentence. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
