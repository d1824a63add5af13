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
  add(account: StaffAccount): Promise<void>;
  /** One atomic step forward: of any number of concurrent calls with one step exactly one gets `true`. */
  useTotpStep(id: string, step: number): Promise<boolean>;
  replaceCredentials(
    id: string,
    fresh: Pick<StaffAccount, 'passwordHash' | 'totp' | 'totpStep'>,
  ): Promise<void>;
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
}

export interface StaffSessions {
  open(session: StaffSession): Promise<void>;
  find(key: Buffer): Promise<StaffSession | undefined>;
  /** Never brings a closed session back. */
  touch(key: Buffer, seenAt: number): Promise<void>;
  close(key: Buffer): Promise<void>;
  closeAllOf(account: string): Promise<void>;
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
