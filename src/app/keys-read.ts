import path from 'node:path';
import type { KeysRead } from '../capabilities/settings/index.ts';
import { publicKeyOf } from '../capabilities/updates/index.ts';
import type { Clock } from '../domain/clock.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import type { Settings } from './settings.ts';

interface KeysParts {
  settings: Settings;
  keyring: Pick<Keyring, 'current' | 'epochs' | 'publishing'>;
  clock: Clock;
  byEpoch: () => Promise<ReadonlyMap<string, number>>;
}

const DAY_MS = 86_400_000;

/** Ages of keys, and how many people each wraps; nothing that opens anything (W11). */
export const keysReader =
  ({ settings, keyring, clock, byEpoch }: KeysParts) =>
  async (): Promise<KeysRead> => {
    const people = await byEpoch();
    const now = clock.now();
    return {
      epochs: [...keyring.epochs].reverse().map((epoch) => ({
        ...{ epoch, current: epoch === keyring.current, people: people.get(epoch) ?? 0 },
        days: Math.max(0, Math.floor((now - Date.parse(`${epoch.padEnd(10, '-01')}T00:00:00Z`)) / DAY_MS)),
      })),
      publishing: [...keyring.publishing].reverse().map((key, index) => {
        const { kid, since, stolen } = publicKeyOf(key);
        return { kid, since, current: index === 0, stolen: stolen !== null };
      }),
      apart: keysApart(settings),
    };
  };

/** Whoever copies the folder of the data does not copy the keys with it. */
export const keysApart = ({ KEY_FILE, DATA_DIR }: Settings): boolean =>
  KEY_FILE !== undefined && !path.resolve(KEY_FILE).startsWith(path.resolve(DATA_DIR) + path.sep);
