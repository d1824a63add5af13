import type { Command } from 'commander';
import { refusal } from '../domain/faults.ts';
import type { DeadLetters } from '../store/conversations/dead-letters.ts';
import type { LetterRow } from '../store/conversations/letter-shapes.ts';
import { EXIT } from './exit.ts';
import type { Ground } from './on-database.ts';

interface Options {
  json?: boolean;
}

interface ReplayOptions extends Options {
  all?: boolean;
  /** Seconds, as they were typed. */
  wait: string;
}

/** As the list shows it: 16 bytes of a message, 16 or 32 of an effect. */
const LETTER_ID = /^[0-9a-f]{32,64}$/;
/** A Benkan that runs looks every two seconds. */
const WAIT_S = '10';
const LOOK_EVERY_MS = 250;

/** `benkan dead-letters …` */
export function deadLetterCommands(benkan: Command, done: (code: number) => void): void {
  const letters = benkan
    .command('dead-letters')
    .description('messages and effects that failed at every try; what they say is not shown (T29)');
  letters
    .command('list')
    .description('list them, the newest first')
    .option('--json', 'print one JSON object: {"letters":[…]}')
    .action(async (options: Options) => done(await list(options)));
  letters
    .command('replay [id]')
    .description('try one once more, or all; a Benkan that runs does it, or the next one that starts')
    .option('--all', 'every one that is kept')
    .option('--wait <seconds>', 'how long a Benkan that runs is waited for', WAIT_S)
    .option('--json', 'print one JSON object: {"asked":…,"replayed":…,"stillFail":…,"waiting":…}')
    .action(async (id: string | undefined, options: ReplayOptions) => done(await replay(id, options)));
  letters
    .command('drop <id>')
    .description('delete one for good')
    .option('--json', 'print one JSON object: {"dropped":…}')
    .action(async (id: string, options: Options) => done(await drop(id, options)));
}

function list({ json = false }: Options): Promise<number> {
  return onLetters(async ({ letters }) => {
    const rows = await letters.list();
    const told = rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
    say(json ? JSON.stringify({ letters: told }) : wordsOf(told));
    return EXIT.done;
  });
}

type Told = Omit<LetterRow, 'at'> & { at: string };

function wordsOf(rows: readonly Told[]): string {
  if (rows.length === 0) return 'No dead letters.';
  return rows
    .map(({ id, at, kind, what, channel = '-', code, tries, asked }) =>
      [
        id,
        at,
        what ?? kind,
        channel,
        code,
        `${String(tries)} tries`,
        ...(asked ? ['to be replayed'] : []),
      ].join('  '),
    )
    .join('\n');
}

function replay(id: string | undefined, { all = false, json = false, wait }: ReplayOptions): Promise<number> {
  if ((id === undefined) === !all)
    throw refusal('which_letter', 'Name one letter, as `benkan dead-letters list` shows it, or all: --all.');
  const which = id === undefined ? undefined : idIn(id);
  const waitMs = secondsIn(wait) * 1000;
  return onLetters(async ({ letters, record }) => {
    const before = which === undefined ? await letters.list() : [await existing(letters, which)];
    await record('letters.replayed', which ?? 'all');
    const asked = await letters.ask(which);
    const outcome = await outcomeOf(letters, before, waitMs);
    say(
      json
        ? JSON.stringify({ asked, ...outcome })
        : `${String(asked)} to be replayed: ${String(outcome.replayed)} are, ${String(outcome.stillFail)} still fail, ${String(outcome.waiting)} wait for a Benkan that runs.`,
    );
    return outcome.stillFail > 0 ? EXIT.refused : EXIT.done;
  });
}

/** Looks for a while what a Benkan that runs makes of them. */
async function outcomeOf(letters: DeadLetters, asked: readonly LetterRow[], waitMs: number) {
  let left = await still(letters, asked);
  for (let ms = 0; ms < waitMs && left.some((row) => row.asked); ms += LOOK_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    left = await still(letters, asked);
  }
  const waiting = left.filter((row) => row.asked).length;
  return { replayed: asked.length - left.length, stillFail: left.length - waiting, waiting };
}

async function still(letters: DeadLetters, asked: readonly LetterRow[]): Promise<LetterRow[]> {
  const ids = new Set(asked.map(({ id }) => id));
  return (await letters.list()).filter(({ id }) => ids.has(id));
}

function drop(id: string, { json = false }: Options): Promise<number> {
  const which = idIn(id);
  return onLetters(async ({ letters, record }) => {
    await existing(letters, which);
    await record('letters.dropped', which);
    const dropped = await letters.drop(which);
    say(json ? JSON.stringify({ dropped }) : 'Deleted.');
    return EXIT.done;
  });
}

function idIn(id: string): string {
  if (!LETTER_ID.test(id))
    throw refusal('bad_letter', 'That is no letter’s id: `benkan dead-letters list` shows them.');
  return id;
}

function secondsIn(typed: string): number {
  if (!/^\d{1,4}$/.test(typed)) throw refusal('bad_wait', '--wait takes whole seconds, e.g. --wait 10.');
  return Number(typed);
}

async function existing(letters: DeadLetters, id: string): Promise<LetterRow> {
  const row = await letters.find(id);
  if (row === undefined)
    throw refusal(
      'no_such_letter',
      'There is no such letter: `benkan dead-letters list` shows those there are.',
    );
  return row;
}

interface Around {
  letters: DeadLetters;
  /** Into the audit, before it is done (T22). */
  record: (action: string, letter: string) => Promise<void>;
}

async function onLetters(work: (around: Around) => Promise<number>): Promise<number> {
  // Loaded when asked for, as main.ts does: the other commands start without the database.
  const { onDatabase } = await import('./on-database.ts');
  return onDatabase(process.env, async (ground) => work(await openLetters(ground)));
}

async function openLetters({ connection, db, keyring, clock, chance }: Ground): Promise<Around> {
  const [{ openLedger }, { STAFF_COLLECTIONS }, { openCollections }, { DeadLetters: Letters }, staff] =
    await Promise.all([
      import('../capabilities/audit/index.ts'),
      import('../capabilities/staff/index.ts'),
      import('../store/collections.ts'),
      import('../store/conversations/dead-letters.ts'),
      import('../web/staff/index.ts'),
    ]);
  await openCollections(db, STAFF_COLLECTIONS);
  const ledger = await openLedger({ db, fingerprint: keyring.fingerprint, clock, chance });
  await ledger.begin();
  const actor = { ...staff.OPERATOR, org: staff.FIRST_ORG };
  return {
    letters: new Letters(connection, keyring.sealer, clock),
    record: (action, letter) => ledger.record({ actor, action, subject: `letter/${letter}` }),
  };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
