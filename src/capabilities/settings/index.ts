import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import type { ChannelsReader } from './channels/health.ts';
import { channelRoutes } from './channels/routes.tsx';
import { SETTINGS_COLLECTIONS } from './collections.ts';
import { type Database, ledgerStore } from './erasure/ledger-store.ts';
import type { People } from './erasure/ports.ts';
import { erasureRoutes } from './erasure/routes.tsx';
import type { KeysRead } from './keys/ports.ts';
import { keyRoutes } from './keys/routes.tsx';
import { type RetentionRow } from './retention/rows.ts';
import { retentionRoutes } from './retention/routes.tsx';
import { settingsStyles } from './styles.ts';

export interface SettingsDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  channels: ChannelsReader;
  retention: () => Promise<RetentionRow[]>;
  keys: () => Promise<KeysRead>;
  people: People;
  staffName: (account: string) => Promise<string | undefined>;
}

export interface SettingsPages extends Capability {
  /** Keeps in the ledger that somebody was erased; for the list of erasers. Safe to repeat. */
  noteErased(person: string): Promise<void>;
}

/** What an administrator sets and looks after: channels, retention, erasure, keys (W11). */
export function settings(deps: SettingsDeps): SettingsPages {
  const { clock } = deps;
  const ledger = ledgerStore(deps.db, dayOf);
  return {
    name: 'settings',
    collections: SETTINGS_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: [
      ...channelRoutes(deps.channels),
      ...retentionRoutes(deps.retention),
      ...erasureRoutes({ ...deps, ledger }),
      ...keyRoutes(deps.keys),
    ],
    assets: settingsStyles,
    noteErased: (person) => ledger.note(person, clock.now()),
  };
}

export type { ChannelHealth, ChannelsReader } from './channels/health.ts';
export type { FoundPerson, People } from './erasure/ports.ts';
export type { KeysRead } from './keys/ports.ts';
export { type RetentionRow, retentionRows } from './retention/rows.ts';
export { RETENTION } from './retention/texts.ts';
