import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { config } from 'dotenv';
import { readKeyring, replaceKeyring } from '../app/keys-file.ts';
import { readSettings } from '../app/settings.ts';
import { rotated } from '../capabilities/updates/keys/rotated.ts';
import { thumbprint } from '../capabilities/updates/keys/public-key.ts';
import { firstPublishingKey, keyring } from '../store/keys/keyring.ts';
import { publishingKeyOf } from '../store/keys/publishing-keys.ts';

interface Rotating {
  file: string | undefined;
  stolen: boolean;
  env: NodeJS.ProcessEnv;
  /** Day of today, `YYYY-MM-DD`. */
  day: string;
}

const SEED_BYTES = 32;

/** Writes a keyring with a new key for what is published; the old secret is gone from it, its public half stays. */
export async function rotatePublisher(how: Rotating): Promise<{ place: string; kid: string }> {
  const place = path.resolve(how.file ?? fileIn(how.env));
  const ring = await readKeyring(place);
  const listed = ring.publishing ?? [firstPublishingKey(ring)];
  const next = publishingKeyOf(randomBytes(SEED_BYTES), how.day);
  const { sign } = keyring(ring).publishing.at(-1) ?? {};
  const publishing = rotated(listed, next, { sign, day: how.day, stolen: how.stolen });
  await replaceKeyring(place, { ...ring, publishing });
  return { place, kid: thumbprint(next.x) };
}

/** Where the house that starts here has it. */
function fileIn(env: NodeJS.ProcessEnv): string {
  config({ quiet: true });
  const { KEY_FILE, DATA_DIR } = readSettings(env);
  return KEY_FILE ?? path.join(DATA_DIR, 'keyring.json');
}
