import path from 'node:path';
import type { Command } from 'commander';
import { EXIT } from './exit.ts';

interface RotateOptions {
  publisher?: boolean;
  stolen?: boolean;
  file?: string;
}

/** `benkan keys …` */
export function keyCommands(benkan: Command, done: (code: number) => void): void {
  const keys = benkan.command('keys').description('the keyring of this installation');
  keys
    .command('new')
    .description('make the keyring of a new production installation; never overwrites one')
    .requiredOption('--file <path>', 'where: KEY_FILE, outside DATA_DIR')
    .action(async (options: { file: string }) => done(await keysNew(options)));
  keys
    .command('rotate')
    .description('put a new key in the place of one; what was signed with the old one stays good')
    .option('--publisher', 'the key what is published is signed with (the only one this version changes)')
    .option('--stolen', 'somebody else has the old key: the new one is not vouched for by it')
    .option('--file <path>', 'the keyring, where it is not KEY_FILE')
    .action(async (options: RotateOptions) => done(await keysRotate(options)));
}

/** Makes the keyring of a new installation; it never overwrites one. */
async function keysNew({ file }: { file: string }): Promise<number> {
  // Loaded when asked for, as main.ts does.
  const { make } = await import('../app/keys-file.ts');
  const { newKeyringFile } = await import('../store/keys/keyring.ts');
  const place = path.resolve(file);
  await make(place, newKeyringFile('production', new Date().toISOString().slice(0, 7)));
  process.stdout.write(
    `Made ${place}, readable by you alone. Keep a copy apart from the data: without it nothing opens.\n`,
  );
  return EXIT.done;
}

async function keysRotate({ publisher = false, stolen = false, file }: RotateOptions): Promise<number> {
  if (!publisher) {
    process.stderr.write('benkan: say which key: this version changes the one of --publisher alone.\n');
    return EXIT.usage;
  }
  const { rotatePublisher } = await import('./rotate-publisher.ts');
  const { place, kid } = await rotatePublisher({
    ...{ file, stolen, env: process.env },
    day: new Date().toISOString().slice(0, 10),
  });
  process.stdout.write(
    `${place} has a new key for what is published: ${kid}. Restart every Benkan that reads this file, and keep a new copy of it apart.\n`,
  );
  if (stolen)
    process.stdout.write(
      'The old key is marked as stolen. Tell people the new key by a way that is not this site: they cannot learn it from the old one.\n',
    );
  return EXIT.done;
}
