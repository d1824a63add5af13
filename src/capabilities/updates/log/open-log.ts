import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import { type KeysDocument, keysDocumentOf } from '../keys/keys-document.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { type OwnKey, signingKeys } from '../keys/signing-keys.ts';
import { adoptPublished } from './adopt.ts';
import { numberedItems } from './items-store.ts';
import { appendAlone, type Database, logStore } from './log-store.ts';
import type { LogHead, PublicLog, Statement } from './ports.ts';
import { type SelfCheck, selfCheck } from './self-check.ts';

/** Where heads of the log are noted down outside the database. */
export interface HeadNotes {
  write(head: LogHead): void;
  read(): Promise<LogHead[]>;
}

export interface OpenLogDeps {
  db: Database;
  /** Oldest first; the last one signs. */
  publishing: readonly OwnKey[];
  fingerprint: Fingerprint;
  clock: Clock;
  /** `https://benkan.example` */
  publicUrl: string;
  heads: HeadNotes;
  /** As it stands under what is published. */
  publisher: (org: string) => Promise<Statement['publisher']>;
  /** Something of ours failed that nobody waits for. */
  report: (cause: unknown) => void;
  /** What the house itself does, for the audit. */
  audit: (action: string, subject: string) => Promise<void>;
}

/** The log of what is published, with its keys and its own look at itself. */
export interface OpenLog extends PublicLog {
  /** The publisher's keys, oldest first. */
  readonly keys: readonly PublicKey[];
  /** The publisher's keys and the end of the log, signed. */
  document(): Promise<KeysDocument>;
  /** Begins it where there is none, and enters what was published before. */
  begin(): Promise<void>;
  /** Looks through all of it now. */
  check(): Promise<SelfCheck>;
  /** The same where nobody waits for what it finds: a look that failed is reported, and the next one comes. */
  look(): Promise<void>;
  /** The last look; `undefined` before the first. */
  readonly checked: SelfCheck | undefined;
  /** Puts a statement in the log where nothing else changes with it. */
  appendAlone(statement: Statement, demo: boolean): Promise<void>;
  dropDemo(): Promise<void>;
}

export function openLog(deps: OpenLogDeps): OpenLog {
  const { db, fingerprint, clock, heads, report } = deps;
  const keys = signingKeys(deps.publishing);
  const store = logStore(db, keys, () => void announce().catch(report));
  const items = numberedItems(db);
  const append = (statement: Statement, demo: boolean): Promise<void> =>
    appendAlone(db, store, statement, demo);
  let checked: SelfCheck | undefined;
  // Authenticated: who can write the database alone does not get an item of their own entered and signed.
  const adopting = fingerprint('update-log', 'adopting').toString('base64url');

  async function announce(): Promise<void> {
    const head = await store.head();
    heads.write(head);
  }
  async function check(): Promise<SelfCheck> {
    checked = await selfCheck({ store, items, keys: keys.all, noted: await heads.read() }, clock.now());
    return checked;
  }
  return {
    keys: keys.all,
    append: (session, statement, demo) => store.append(session, statement, demo),
    after: (seq, limit, demo) => store.after(seq, limit, demo),
    of: (number) => store.of(number),
    head: (demo) => store.head(demo),
    document: async () => keysDocumentOf(keys, deps.publicUrl, await store.head()),
    check,
    look: () => check().then(() => undefined, report),
    get checked() {
      return checked;
    },
    appendAlone: append,
    dropDemo: () => store.dropDemo(),
    async begin() {
      // A log that was noted down once was there; one that has vanished is not begun again in silence.
      const known = (await heads.read()).length > 0;
      await store.begin(known ? undefined : adopting);
      if ((await store.adopting()) === adopting) {
        await adoptPublished({ ...deps, items, log: store, append });
        await store.adopted();
      }
      if (await store.meetKey(keys.current))
        await deps.audit('updates.key_begun', `publishing_key/${keys.current}`);
      await announce();
    },
  };
}
