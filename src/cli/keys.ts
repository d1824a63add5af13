import path from 'node:path';
import { make } from '../app/keys-file.ts';
import { refusal } from '../domain/faults.ts';
import { newKeyringFile } from '../store/keys/keyring.ts';
import { EXIT } from './exit.ts';

/** Makes the keyring of a new installation; it never overwrites one. */
export async function keysNew({ file }: { file: string }): Promise<number> {
  const place = path.resolve(file);
  try {
    await make(place, newKeyringFile('production', new Date().toISOString().slice(0, 7)));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      throw refusal(
        'key_file_exists',
        `${place} is there already: a keyring is made once, and what was sealed with it needs it.`,
      );
    }
    throw refusal(
      'key_file_unwritable',
      `${place} cannot be written: choose a folder you may write to, outside DATA_DIR.`,
    );
  }
  process.stdout.write(
    `Made ${place}, readable by you alone. Keep a copy apart from the data: without it nothing opens.\n`,
  );
  return EXIT.done;
}
