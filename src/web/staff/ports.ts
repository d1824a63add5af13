import type { StaffLang } from '../kit/index.ts';

/** What a member of staff may do, by role; a person has one, in one organisation. */
export const ROLES = [
  'admin',
  'editor',
  'verifier',
  'organiser',
  'analyst',
  'coordinator',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

/** The first administrator's organisation: the campaign's own, whose surveys the house keeps. */
export const FIRST_ORG = 'benkan';

/** An account as it is stored: who it is stays sealed (`staff/<field>/<id>`), and is found by `emailKey` alone. */
export interface StaffAccount {
  id: string;
  /** `Fingerprint('staff-email', …)` of the folded address; unique. */
  emailKey: Buffer;
  email: Buffer;
  name: Buffer;
  /** argon2id, PHC string. */
  passwordHash: string;
  /** The seed of the second factor, base32, sealed at `staff/totp/<id>`. */
  totp: Buffer;
  /** The last time step (30 s) whose code was used; that one and those before it are spent. */
  totpStep: number;
  role: Role;
  org: string;
  /** Of a coordinator: the regions it is for, by slug. */
  regions?: readonly string[];
  /** Cannot sign in; its sessions were ended. */
  suspended?: true;
  /** Chosen by its person; until then what their browser asks for. */
  lang?: StaffLang;
  /** Its security keys. */
  keys?: readonly StaffKey[];
  /** Since when it owes one, see `keyDuty`; ms. */
  keyWantedSince?: number;
  /** Whoever could act as the account that opened it, at that moment; absent where the machine's own command did. */
  madeBy?: readonly string[];
  /** The same of each time it was given new credentials, the newest last; `at` in ms. */
  resets?: readonly Given[];
}

/** Credentials were handed over, by these. */
export interface Given {
  by: readonly string[];
  at: number;
}

/** A security key as it is stored. */
export interface StaffKey {
  /** Keyed hash of its credential id; names it in look-ups and addresses. */
  ref: string;
  /** Credential id, public key and the name its owner gave it, sealed at `staff/key/<account>`. */
  sealed: Buffer;
  /** How often it signed, as it says itself; 0 for keys that do not count. Never goes back. */
  counter: number;
  addedAt: number;
  usedAt?: number;
}

/** A role is changed together with its regions: those it had are gone. */
export type AccountChange = { role: Role; regions?: readonly string[] } | { suspended: boolean };

export interface StaffAccounts {
  /** True once anyone can sign in; ends the first administrator's link. */
  any(): Promise<boolean>;
  byEmail(emailKey: Buffer): Promise<StaffAccount | undefined>;
  byId(id: string): Promise<StaffAccount | undefined>;
  /** All of one organisation. */
  ofOrg(org: string): Promise<StaffAccount[]>;
  /** Refuses (`email_taken`) an address that has an account. */
  add(account: Omit<StaffAccount, 'keys' | 'keyWantedSince' | 'resets'>): Promise<void>;
  /** One atomic step forward: of any number of concurrent calls with one step exactly one gets `true`. */
  useTotpStep(id: string, step: number): Promise<boolean>;
  /**
   * New password and seed; its security keys are gone. `given`: from whose hands they come; without it from the machine
   * itself, and nobody's hands but its person's are in it any more.
   */
  replaceCredentials(
    id: string,
    fresh: Pick<StaffAccount, 'passwordHash' | 'totp' | 'totpStep'>,
    given: Given | undefined,
  ): Promise<void>;
  /** Sets its person's own new password; the second factors stay. */
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** `false` where it has as many as it may, or has this one. */
  addKey(id: string, key: StaffKey): Promise<boolean>;
  /** `false` where it has no such key. */
  removeKey(id: string, ref: string): Promise<boolean>;
  /** Moves a key's counter in one atomic step; `false` where it would go back or stand still (0 stays 0). */
  useKey(id: string, ref: string, counter: number, now: number): Promise<boolean>;
  /** From now on it owes a key; later calls change nothing. */
  wantKey(id: string, now: number): Promise<void>;
  /** What its person reads from now on. */
  speak(id: string, lang: StaffLang): Promise<void>;
  /**
   * Changes what an account may do. Refuses (`last_admin`) what would leave its organisation without an administrator,
   * also when two administrators do it to each other at the same moment.
   */
  change(id: string, to: AccountChange): Promise<void>;
}

/** One signed-in browser. Nothing about the browser or its address is kept. */
export interface StaffSession {
  /** `Fingerprint('staff-session', token)`; the token itself is never stored. */
  key: Buffer;
  account: string;
  openedAt: number;
  seenAt: number;
  /** Last seen without a long pause since; what shows class A asks who is there once this is 15 minutes ago. */
  wakeAt: number;
  /** When its person last proved with two factors that it is them; signing in counts. */
  confirmedAt: number;
  /** The same with a security key. */
  keyAt?: number;
}

/** What a session's person proved just now. */
export type Proof = Pick<StaffSession, 'wakeAt'> & Partial<Pick<StaffSession, 'confirmedAt' | 'keyAt'>>;

export interface StaffSessions {
  open(session: StaffSession): Promise<void>;
  find(key: Buffer): Promise<StaffSession | undefined>;
  ofAccount(account: string): Promise<StaffSession[]>;
  /** Never brings a closed session back. */
  touch(
    key: Buffer,
    seen: Pick<StaffSession, 'seenAt'> & Partial<Pick<StaffSession, 'wakeAt'>>,
  ): Promise<void>;
  /** The same. */
  confirm(key: Buffer, proof: Proof): Promise<void>;
  close(key: Buffer): Promise<void>;
  closeAllOf(account: string): Promise<void>;
  closeOthersOf(account: string, kept: Buffer): Promise<void>;
}

/** Challenges of security keys that were answered. */
export interface SpentChallenges {
  /** Of any number of concurrent calls with one key exactly one gets `true`. */
  spend(key: Buffer, until: number): Promise<boolean>;
}

/** The links that make an organisation's first administrator. There is never more than one an organisation. */
export interface SetupLinks {
  /** Replaces an earlier link of the organisation. */
  put(key: Buffer, expiresAt: number, org: string): Promise<void>;
  /** Whose it is; `undefined` once it is over. */
  orgOf(key: Buffer, now: number): Promise<string | undefined>;
  /** Takes the link away: of any number of concurrent calls exactly one gets `true`. */
  take(key: Buffer, now: number): Promise<boolean>;
}

/** How often signing in failed of late, by a key that says nothing about its subject. */
export interface SignInFailures {
  /** Counts one attempt and says how many there were since the last success, this one included. */
  count(key: Buffer, now: number): Promise<number>;
  clear(key: Buffer): Promise<void>;
}

/** What went wrong on our side, with the id the person was shown; never a value they typed. */
export interface StaffLog {
  failed(event: { id: string; code: string; cause: unknown }): void;
}
