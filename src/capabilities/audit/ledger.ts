import type { Fingerprint } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import { Fault, unavailable } from '../../domain/faults.ts';
import { openCollections } from '../../store/collections.ts';
import type { CollectionRule } from '../../store/collections.ts';
import type { Audit } from '../../web/staff/index.ts';
import { anchors as anchorsOf } from './anchors-store.ts';
import { appendTo } from './append-store.ts';
import type { Link } from './chain.ts';
import { auditCollections } from './collections.ts';
import { beginStored, expireStored, verifyStored } from './ledger-store.ts';
import { auditEntry, type AuditRecord } from './record.ts';
import { type AuditFilter, searchRecords } from './search-store.ts';
import type { Verdict } from './verify.ts';

type Database = Parameters<typeof openCollections>[0];

export interface LedgerDeps {
  db: Database;
  fingerprint: Fingerprint;
  clock: Clock;
  chance: Chance;
  /** Notes the head down outside the database, at each start and each night. */
  announce?: (head: Link) => void;
}

/** The audit as a whole: what is written, found, verified and, after 24 months, let go. */
export interface AuditLedger extends Audit {
  collections: readonly CollectionRule[];
  search(filter: AuditFilter, limit: number): Promise<AuditRecord[]>;
  verify(known?: readonly Link[]): Promise<Verdict>;
  /** The same for those who ask over the network: one reading of the whole chain at a time. @throws Fault `busy` */
  verifyOnce(known?: readonly Link[]): Promise<Verdict>;
  /** Begins the chain where there is none, and notes its head down: an audit without any record is never a whole one. */
  begin(): Promise<void>;
}

const HOUSE = { id: 'benkan', role: 'house', org: 'house' } as const;

/** Opens the audit of a database. */
export async function openLedger(deps: LedgerDeps): Promise<AuditLedger> {
  const { db, fingerprint, clock, chance, announce = () => undefined } = deps;
  const anchors = anchorsOf(db, fingerprint);
  const append = appendTo(db, anchors, fingerprint);
  const announceHead = async (): Promise<void> => {
    const head = await anchors.read('head');
    if (typeof head === 'object') announce(head);
  };
  let verifying = false;
  const ledger: AuditLedger = {
    async record(entry) {
      const parsed = auditEntry.safeParse(entry);
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
        throw new Fault(
          'bug',
          'bad_audit_entry',
          `A record of the audit could carry more than ids: ${fields}.`,
        );
      }
      const { detail, ...said } = parsed.data;
      const key = chance.token(12);
      await append({ ...said, ...(detail === undefined ? {} : { detail }), key, at: clock.now() });
    },
    collections: auditCollections(async (now) => {
      const gone = await expireStored(db, anchors, fingerprint, now);
      await announceHead();
      return gone;
    }),
    search: (filter, limit) => searchRecords(db, filter, limit),
    verify: (known = []) => verifyStored(db, anchors, fingerprint, known),
    async verifyOnce(known) {
      if (verifying) throw unavailable('busy', 'The audit is being verified; come again.');
      verifying = true;
      try {
        return await ledger.verify(known);
      } finally {
        verifying = false;
      }
    },
    async begin() {
      await beginStored(db, anchors, () =>
        ledger.record({ actor: HOUSE, action: 'audit.begun', subject: 'audit' }),
      );
      await announceHead();
    },
  };
  await openCollections(db, ledger.collections);
  return ledger;
}
