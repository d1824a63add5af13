import type { Commit } from './conversation.ts';
import { contentOf, type Entry, routeOf } from './entry.ts';

/** What a committed turn was, for counting. Nothing in it tells whose it was. */
export interface Passed {
  channel: string;
  /** A person wrote, rather than the house itself or a platform. */
  written: boolean;
  /** Somebody who was not known. */
  came: boolean;
  /** "Stop", which held not before. */
  stopped: boolean;
  erased: boolean;
}

/** `undefined`: it went nowhere, as with a message of somebody who is erased. */
export function passedOf(entry: Entry, { base, person, talk, erasedAt }: Commit): Passed | undefined {
  const route = routeOf(entry, base.talk?.route);
  if (route === undefined) return undefined;
  return {
    channel: route.channel,
    written: entry.kind === 'message' && contentOf(entry).kind !== 'presence',
    came: base.person === null && person !== null && talk !== null,
    stopped: talk?.profile.stopped === true && base.talk?.profile.stopped !== true,
    erased: erasedAt !== null && base.erasedAt === null,
  };
}
