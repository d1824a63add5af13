import type { Command } from 'commander';
import type { ItemFault } from '../capabilities/updates/log/item-file.ts';
import type { FileDamage } from '../capabilities/updates/log/log-file.ts';
import type { Verified } from '../capabilities/updates/log/verify-file.ts';
import { EXIT } from './exit.ts';
import { openInput, readInput } from './read-input.ts';

/** Some thousands of entries: more takes longer than two seconds on a slow machine. */
const SOON_READ = 4 * 1024 * 1024;

interface VerifyOptions {
  keys?: string;
  json?: boolean;
}

/** `benkan verify FILE`: no database, no network, no setting. */
export function verifyCommand(benkan: Command, done: (code: number) => void): void {
  benkan
    .command('verify <file>')
    .description('check an item or a whole log that was published, without network; - reads standard input')
    .option('--keys <file>', 'the publisher’s /.well-known/benkan-keys.json, as you fetched it before')
    .option('--json', 'print one JSON object: {"ok":…,"of":"item"|"log",…}')
    .action(async (file: string, options: VerifyOptions) => done(await verify(file, options)));
}

async function verify(file: string, { keys, json = false }: VerifyOptions): Promise<number> {
  // Loaded when asked for, as main.ts does.
  const { readKeys, verifyFile } = await import('../capabilities/updates/log/verify-file.ts');
  const pinned = keys === undefined ? undefined : readKeys(await readInput(keys));
  const found = await verifyFile(await watched(file), pinned);
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${wordsOf(found)}\n`);
  return found.ok ? EXIT.done : EXIT.refused;
}

/** The file's bytes, with how far it is where that takes a while. */
async function watched(file: string): Promise<AsyncIterable<Uint8Array>> {
  const { bytes, size = 0 } = await openInput(file);
  if (size < SOON_READ) return bytes;
  const { progressBar } = await import('./progress.ts');
  const { stderr } = process;
  const bar = progressBar('Verifying', { isTTY: stderr.isTTY, write: (text) => stderr.write(text) });
  return (async function* () {
    let done = 0;
    try {
      for await (const chunk of bytes) {
        yield chunk;
        bar.show((done += chunk.length), size);
      }
    } finally {
      bar.end();
    }
  })();
}

function wordsOf(found: Verified): string {
  const [what, kid] = found.of === 'log' ? logWords(found) : itemWords(found);
  return !found.ok || found.trusted ? what : `${what}\n${stranger(kid)}`;
}

function logWords({ ok, entries, head, broken }: Verified & { of: 'log' }): [string, string?] {
  if (!ok && broken !== undefined)
    return [
      `The log does not hold: entry ${String(broken.seq)}: ${DAMAGE[broken.what]}. ${String(entries)} entries before it hold.`,
    ];
  return [
    `The log holds: ${String(entries)} entries. Note the head down elsewhere: ${String(head.seq)}:${head.hash}`,
  ];
}

function itemWords({ ok, fault, entry, state, newer }: Verified & { of: 'item' }): [string, string?] {
  if (!ok || entry === undefined) return [`The item does not hold: ${FAULT[fault ?? 'unreadable']}.`];
  const { number, version, at, publisher, kind } = entry.statement;
  const done = kind === 'withdrawn' ? 'was withdrawn' : 'was published';
  const since =
    state === 'withdrawn'
      ? ' It has been withdrawn since.'
      : state === 'corrected'
        ? ` Version ${String(newer)} has taken its place since.`
        : '';
  const example = entry.demo ? ' It is an example of a demonstration and no publication.' : '';
  return [
    `Authentic: ${number}, version ${String(version)}, ${done} by ${publisher.name} on ${at}; entry ${String(entry.seq)} of the log.${since}${example}`,
    entry.key,
  ];
}

const stranger = (kid = ''): string =>
  `The file holds together${kid === '' ? '' : `, signed with the key ${kid}`}. Whose key that is a file cannot say: compare with the publisher’s /.well-known/benkan-keys.json, or give it with --keys.`;

const DAMAGE: Readonly<Record<FileDamage, string>> = {
  unreadable: 'it is no entry of a log',
  not_canonical: 'the line is not as it was written',
  keys: 'the first line, with the keys, is not as it was signed',
  misplaced: 'it is not in its place, or one is missing before it',
  unlinked: 'it does not follow the one before it',
  edited: 'it was changed',
  unknown_key: 'it is signed with a key that is not the publisher’s, or that you do not have yet',
  old_key: 'it is signed with a key that another one had replaced',
  unsigned: 'its signature is not the publisher’s',
  one_person: 'the same person wrote and verified it',
  twice: 'the same was published before',
  cut_off: 'it and all after it are missing',
  another_log: 'this is another log than the one whose head was noted down',
};

const FAULT: Readonly<Record<ItemFault, string>> = {
  unreadable: 'a part of the file is missing or was changed',
  not_canonical: 'the file is not as it was written',
  keys: 'the list of keys in it is not as it was signed',
  edited: 'the item was changed after it was signed',
  unknown_key: 'it is signed with a key that is not the publisher’s, or that you do not have yet',
  unsigned: 'its signature is not the publisher’s',
  stolen_key: 'its key was stolen, so alone it proves nothing: check it within the whole log (log.jsonl)',
  neighbour: 'the entry before or after it in the log does not fit',
  later: 'what it says of later versions does not fit',
  one_person: 'the same person wrote and verified it',
  log: 'its place and the end of the log contradict each other',
  another_log: 'it is of another log than the one whose head you have',
};
