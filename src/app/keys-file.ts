import { chmod, type FileHandle, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../domain/faults.ts';
import {
  type KeyringFile,
  keyring,
  type Keyring,
  keyringFile,
  newKeyringFile,
} from '../store/keys/keyring.ts';

const OTHERS_MAY = 0o077;

export interface KeysFile {
  file: string;
  environment: KeyringFile['environment'];
  /** Month of the first key's epoch, `YYYY-MM`. */
  epoch: string;
}

/** Opens the keyring. Outside production a missing one is made, readable by its owner alone. */
export async function openKeyring({ file, environment, epoch }: KeysFile): Promise<Keyring> {
  const text =
    (await read(file)) ??
    (environment === 'production'
      ? refuseMissing(file)
      : await make(file, newKeyringFile(environment, epoch)));
  const stored = await readRing(file, text);
  if (environment === 'production' && stored.environment !== 'production') {
    throw refusal(
      'key_file_foreign',
      'KEY_FILE was made for development: make one for production with `benkan keys new`.',
    );
  }
  return keyring(stored);
}

/** What a keyring holds, to change it. */
export async function readKeyring(file: string): Promise<KeyringFile> {
  return readRing(file, (await read(file)) ?? refuseMissing(file));
}

/** Puts a keyring in the place of the one it was made from: whoever reads it meanwhile has one of the two. */
export async function replaceKeyring(file: string, ring: KeyringFile): Promise<void> {
  const beside = `${file}.new`;
  await make(beside, ring);
  await rename(beside, file);
}

async function readRing(file: string, text: string): Promise<KeyringFile> {
  const stats = await stat(file);
  if ((stats.mode & OTHERS_MAY) !== 0) {
    throw refusal('key_file_open', `KEY_FILE can be read by others: run \`chmod 600 ${file}\`.`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refusal('key_file_broken', `KEY_FILE is not JSON: put back the copy of ${file} you keep apart.`);
  }
  const stored = keyringFile.safeParse(parsed);
  if (stored.success) return stored.data;
  throw refusal('key_file_broken', `KEY_FILE is not a keyring: put back the copy of ${file} you keep apart.`);
}

/** Writes a new keyring; never over one that is there. */
export async function make(file: string, ring: KeyringFile): Promise<string> {
  const text = `${JSON.stringify(ring, null, 2)}\n`;
  const handle = await create(file);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
  return text;
}

async function create(file: string): Promise<FileHandle> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    return await open(file, 'wx', 0o600);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw refusal(
        'key_file_exists',
        `${file} is there already: a keyring is made once, and what was sealed with it needs it.`,
      );
    }
    throw refusal(
      'key_file_unwritable',
      `KEY_FILE cannot be made: expected a path that can be written (${code ?? 'unknown'}), e.g. KEY_FILE=/etc/benkan/keyring.json`,
    );
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw refusal(
      'key_file_unreadable',
      `KEY_FILE cannot be read: expected a file, e.g. KEY_FILE=/etc/benkan/keyring.json`,
    );
  }
}

function refuseMissing(file: string): never {
  throw refusal(
    'key_file_missing',
    `KEY_FILE is not there: make ${path.basename(file)} with \`benkan keys new\` and keep a copy apart.`,
  );
}
