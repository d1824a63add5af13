import { createHash } from 'node:crypto';
import { keysDocumentOf } from '../../src/capabilities/updates/keys/keys-document.ts';
import { rotated } from '../../src/capabilities/updates/keys/rotated.ts';
import { type SigningKeys, signingKeys } from '../../src/capabilities/updates/keys/signing-keys.ts';
import { BEGINNING, follow, linkOf } from '../../src/capabilities/updates/log/entry.ts';
import { itemFileText } from '../../src/capabilities/updates/log/item-file.ts';
import type { LogEntry, LogHead, Statement } from '../../src/capabilities/updates/log/ports.ts';
import { canonicalJson, type Json } from '../../src/capabilities/updates/model/canonical.ts';
import {
  type PublishingKeyFile,
  publishingKeyOf,
  publishingKeys,
} from '../../src/store/keys/publishing-keys.ts';

export const PUBLIC_URL = 'https://benkan.example';

const keyFile = (nth: number): PublishingKeyFile =>
  publishingKeyOf(
    createHash('sha256')
      .update(`key ${String(nth)}`)
      .digest(),
    `2026-11-0${String(nth)}`,
  );

/** The same keys each time; each change of key is an honest one unless it says so. */
export function keysAfter(changes: readonly ('changed' | 'stolen')[] = []): SigningKeys {
  let listed: PublishingKeyFile[] = [keyFile(1)];
  changes.forEach((what, nth) => {
    const { sign } = publishingKeys(listed, () => keyFile(1)).at(-1) ?? {};
    listed = rotated(listed, keyFile(nth + 2), { sign, day: '2026-11-20', stolen: what === 'stolen' });
  });
  return signingKeys(publishingKeys(listed, () => keyFile(1)));
}

export const buildStatement = (n: number, of: Partial<Statement> = {}): Statement => ({
  ...{ v: 1, kind: 'published', number: `ML-2026-${String(n).padStart(4, '0')}`, version: 1 },
  at: `2026-11-22T10:${String(n % 60).padStart(2, '0')}:00Z`,
  publisher: { id: 'cellule', name: 'Cellule de la paix' },
  content: {
    ...{ date: '2026-11-10', place: 'mali', theme: 'charte', tier: 'official_text' },
    texts: {
      fr: { title: `Nouvelle ${String(n)}`, first: 'L’accord tient.', second: '', audio: '' },
      bm: { title: '', first: '', second: '', audio: '' },
    },
    source: { title: 'Journal officiel', url: '', sha256: '' },
    ...{ funding: 'La campagne', reviewBy: '2027-05-01' },
  },
  reason: null,
  ...{ author: 'AAAAAAAAAAAAAAAA', verifier: 'BBBBBBBBBBBBBBBB' },
  ...of,
});

/** A log of such statements, one after another. */
export function chain(
  statements: readonly Statement[],
  keys = keysAfter(),
  from: LogEntry[] = [],
): LogEntry[] {
  const entries = [...from];
  for (const statement of statements) {
    const last = entries.at(-1);
    entries.push(follow(last === undefined ? BEGINNING : linkOf(last), { statement, demo: false }, keys));
  }
  return entries;
}

export const headOf = (entries: readonly LogEntry[]): LogHead => {
  const last = entries.at(-1);
  return last === undefined ? BEGINNING : linkOf(last);
};

/** A log as its file. */
export const logText = (entries: readonly LogEntry[], keys = keysAfter()): string =>
  [keysDocumentOf(keys, PUBLIC_URL, headOf(entries)) as Json, ...(entries as readonly Json[])]
    .map((line) => `${canonicalJson(line)}\n`)
    .join('');

/** The file of the entry at a place. */
export const itemText = (entries: readonly LogEntry[], seq: number, keys = keysAfter()): string => {
  const entry = entries[seq - 1]!;
  return itemFileText({
    ...{ entry, before: entries[seq - 2] ?? null, after: entries[seq] ?? null },
    later: entries.filter((each) => each.seq > seq && each.statement.number === entry.statement.number),
    keys: keysDocumentOf(keys, PUBLIC_URL, headOf(entries)),
  });
};
