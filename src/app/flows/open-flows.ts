import type { FlowChange } from '../../capabilities/flows/index.ts';
import type { Connection } from '../../store/connection.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Known } from '../../engine/compile-flows.ts';
import { openCollections } from '../../store/collections.ts';
import { Standing } from '../../store/conversations/standing.ts';
import { flowCollections } from '../../store/flow-versions-expire.ts';
import { FlowVersionStore } from '../../store/flow-versions.ts';
import type { Keyring } from '../../store/keys/keyring.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { LiveFlows } from './live-flows.ts';
import { publish } from './publish.ts';
import { flowsOf, versionsOf } from './versions-of.ts';

const HOUSE_BYTES = 9;

export interface OpenFlowsParts {
  loaded: LoadedFlows;
  connection: Connection;
  keyring: Keyring;
  known: Known;
  clock: Clock;
  chance: Chance;
  /** Whether files that are new are published by starting. */
  publishing: 'start' | 'by_hand';
  /** Something was published, or why it was not. */
  told: (what: { changes: readonly FlowChange[] } | { kept: Kept }) => void;
  /** An edition this process cannot run. */
  report: (edition: number, fault: string) => void;
}

/** Why a start leaves its files as drafts. */
export type Kept =
  | 'by_hand'
  | 'older_files'
  /** Somebody went back to an earlier edition: what a person took back, a restart does not bring again. */
  | 'taken_back';

/** The flows of a house that serves, and what keeps them up to date. */
export interface OpenFlows {
  flows: LiveFlows;
  /** Says that this process serves them: every ten seconds. */
  here(): Promise<void>;
  /** This process serves no more. */
  close(): Promise<void>;
}

/**
 * Publishes the files where they are new, and brings what is published (docs/decisions/publishing.md): files that were
 * published before, and replaced since, are those of a process left behind while another one is up.
 * @throws Fault `flows_broken`
 */
export async function openFlows(parts: OpenFlowsParts): Promise<OpenFlows> {
  const { loaded, connection, keyring, known, clock, chance, publishing, told, report } = parts;
  const store = new FlowVersionStore(connection);
  const { db } = connection;
  if (db !== undefined) await openCollections(db, flowCollections(store, connection, keyring.fingerprint));
  const house = chance.token(HOUSE_BYTES);
  const standing = new Standing(keyring.fingerprint);
  const at = clock.now();
  const own = versionsOf(loaded, at, 'start');
  const files = flowsOf(own);

  const current = await store.current();
  const kept = await reasonToKeep();
  if (kept === undefined && current?.files !== files.files) {
    const { changes } = await publish({
      ...{ loaded, store, known, at, by: 'start', speaker: loaded.speaker },
      count: (places) => standing.count(connection, places),
    });
    if (current !== null) told({ changes });
  } else if (kept !== undefined) {
    await store.put(own);
    told({ kept });
  }
  const flows = new LiveFlows({ loaded, store, known, report }, { n: 0, at, by: 'start', ...files });
  await flows.follow();
  await store.here(house, clock.now());
  return {
    flows,
    here: () => store.here(house, clock.now()),
    close: () => store.gone(house),
  };

  async function reasonToKeep(): Promise<Kept | undefined> {
    if (current === null || current.files === files.files) return undefined;
    if (publishing === 'by_hand') return 'by_hand';
    if (current.back !== undefined) return 'taken_back';
    const older =
      (await store.lastWith(files.files)) !== null && (await store.othersThan(house, clock.now()));
    return older ? 'older_files' : undefined;
  }
}
