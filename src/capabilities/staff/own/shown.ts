import type { StaffLang } from '../../../web/kit/index.ts';
import {
  type AccountParts,
  keysOf,
  openKey,
  type StaffAccount,
  type StaffSession,
} from '../../../web/staff/index.ts';

/** A security key as its owner sees it. */
export interface ShownKey {
  ref: string;
  name: string;
  addedAt: number;
  usedAt?: number;
}

/** A session as its person sees it. */
export interface ShownSession {
  /** Names it in the address of its form. */
  ref: string;
  openedAt: number;
  seenAt: number;
  byKey: boolean;
  /** The one the page was asked with. */
  here: boolean;
}

export const shownKeys = (parts: Pick<AccountParts, 'sealer'>, account: StaffAccount): ShownKey[] =>
  keysOf(account).map(({ ref, addedAt, usedAt, sealed }) => ({
    ...{ ref, addedAt, name: openKey(parts, account.id, { sealed }).name },
    ...(usedAt === undefined ? {} : { usedAt }),
  }));

/** The newest first. */
export const shownSessions = (sessions: readonly StaffSession[], here: Buffer): ShownSession[] =>
  [...sessions]
    .sort((a, b) => b.openedAt - a.openedAt)
    .map(({ key, openedAt, seenAt, keyAt }) => ({
      ...{ ref: refOf(key), openedAt, seenAt },
      byKey: keyAt !== undefined,
      here: key.equals(here),
    }));

/** A part of a keyed hash of the token: it opens nothing. */
export const refOf = (key: Buffer): string => key.toString('hex').slice(0, 16);

export const when = (ms: number, lang: StaffLang): string =>
  new Intl.DateTimeFormat(lang, {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
    timeZone: 'Africa/Bamako',
  }).format(ms);
