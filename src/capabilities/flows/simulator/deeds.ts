import { z } from 'zod';
import { deed } from '../../../conversation/rehearsal/deed.ts';

/** More than the longest flow has questions; each page plays the talk from its beginning. */
export const MAX_DEEDS = 200;

/** What the person at the page did, as the page hands it back: nothing of a rehearsal is kept at the server. */
export type Written =
  | { say: string }
  | { tap: string }
  | { send: string }
  | { wait: string }
  | { give_back: string };

/** Reads what a page handed back; `null` where it is none of ours or too long. */
export function readDeeds(text: string): Written[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  return deedsIn(given);
}

/** The same of what was read already. */
export function deedsIn(given: unknown): Written[] | null {
  const list = z.array(z.unknown()).max(MAX_DEEDS).safeParse(given);
  return list.success && list.data.every((one) => deed.safeParse(one).success)
    ? (list.data as Written[])
    : null;
}

const MINUTE_MS = 60_000;

/** The deed after which it is this moment, to the minute; `null` where that is past, or further off than a talk can wait. */
export function waitUntil(moment: number, now: number): Written | null {
  const minutes = Math.ceil((moment - now) / MINUTE_MS);
  const written = { wait: `${minutes}m` };
  return minutes > 0 && deed.safeParse(written).success ? written : null;
}
