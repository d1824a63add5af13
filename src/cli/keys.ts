import path from 'node:path';
import { make } from '../app/keys-file.ts';
import { newKeyringFile } from '../store/keys/keyring.ts';
import { EXIT } from './exit.ts';

/** Makes the keyring of a new installation; it never overwrites one. */
export async function keysNew({ file }: { file: string }): Promise<number> {
  const place = path.resolve(file);
  await make(place, newKeyringFile('production', new Date().toISOString().slice(0, 7)));
  process.stdout.write(
    `Made ${place}, readable by you alone. Keep a copy apart from the data: without it nothing opens.\n`,
  );
  return EXIT.done;
}
