import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { contactRooms } from '../app/capabilities/contacts.ts';
import { readSettings } from '../app/settings.ts';
import { FileRefused, readContacts, type ReadDeps, type RowFault } from '../capabilities/contacts/index.ts';
import { dayOf } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import { csv } from '../web/kit/index.ts';
import { EXIT } from './exit.ts';

export interface ImportOptions {
  dryRun?: boolean;
  errors?: string;
  json?: boolean;
}

/** Checks a list of contacts without writing anybody down, looking up who is known where a channel knows people by number. */
export async function importContacts(
  file: string,
  { dryRun = false, errors, json = false }: ImportOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (!dryRun)
    throw refusal(
      'import_on_site',
      'People are brought in on the staff site (/staff/contacts), by an administrator. To check the file here, add --dry-run.',
    );
  const found = await stat(file).catch(() => null);
  if (found === null) throw refusal('no_such_file', `${file}: no such file; check the path.`);
  if (!found.isFile()) throw refusal('not_a_file', `${file}: not a file; give a CSV or XLSX file.`);
  const checked = await withKnown(env, (known) => check(file, known));
  if (errors !== undefined)
    await writeFile(
      errors,
      csv([
        ['row', 'column', 'reason'],
        ...checked.faults.map(({ row, column, reason }) => [String(row), column, reason]),
      ]),
    );
  say(json ? jsonOf(checked) : wordsOf(checked));
  return EXIT.done;
}

interface Checked {
  rows: number;
  good: number;
  refused: Partial<Record<RowFault['reason'], number>>;
  faults: RowFault[];
}

async function check(file: string, known: ReadDeps['known']): Promise<Checked> {
  const checked: Checked = { rows: 0, good: 0, refused: {}, faults: [] };
  const deps = { today: dayOf(Date.now()), placeOf: contactRooms.placeOf, known };
  try {
    for await (const page of readContacts(() => createReadStream(file), deps)) {
      checked.rows += page.rows;
      checked.good += page.contacts.length;
      for (const fault of page.faults) {
        checked.refused[fault.reason] = (checked.refused[fault.reason] ?? 0) + 1;
        checked.faults.push(fault);
      }
    }
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause;
    const at = cause.at === '' ? '' : ` (${cause.at})`;
    throw refusal('file_refused', `${file}: ${cause.reason}${at}; mend the file and check it again.`);
  }
  return checked;
}

/** Without a channel that knows people by their number nobody is looked up, and no database is opened. */
async function withKnown<T>(
  env: NodeJS.ProcessEnv,
  work: (known: ReadDeps['known']) => Promise<T>,
): Promise<T> {
  const [channel] = contactRooms.channels(readSettings(env));
  if (channel === undefined) return work(async (phones) => phones.map(() => undefined));
  const [{ onDatabase }, { PeopleStore }, { ConversationStore }] = await Promise.all([
    import('./on-database.ts'),
    import('../store/people.ts'),
    import('../store/conversations/conversation-store.ts'),
  ]);
  return onDatabase(env, async ({ settings, connection, keyring, clock, chance }) => {
    const people = new PeopleStore(connection, keyring, clock, chance);
    const conversations = new ConversationStore({
      connection,
      keyring,
      people,
      clock,
      chance,
      leaseMs: 1000,
    });
    return work((phones) =>
      Promise.all(
        phones.map(async (phone) => {
          const address = contactRooms.addressOf(settings, channel, phone);
          if (address === undefined) return undefined;
          const { rev, person, talk, erasedAt } = await conversations.load(conversations.idOf(address));
          if (erasedAt !== null && person === null) return 'erased';
          if (rev === 0) return undefined;
          return talk?.profile.stopped === true ? 'stopped' : 'known';
        }),
      ),
    );
  });
}

const jsonOf = ({ faults, ...counts }: Checked): string => JSON.stringify({ ...counts, errors: faults });

const wordsOf = ({ rows, good, refused }: Checked): string =>
  [
    `${String(rows)} rows, ${String(good)} can be imported.`,
    ...Object.entries(refused).map(([reason, count]) => `  ${reason}: ${String(count)}`),
  ].join('\n');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
