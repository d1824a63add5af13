import { keyring, newKeyringFile, type Keyring } from '../../src/store/keys/keyring.ts';

/** Fresh keys for one test file. */
export const testKeyring = (): Keyring => keyring(newKeyringFile('test', '2026-11'));
