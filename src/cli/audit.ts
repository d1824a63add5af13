import type { Command } from 'commander';
import type { Damage, Verdict } from '../capabilities/audit/index.ts';
import { refusal } from '../domain/faults.ts';
import { EXIT } from './exit.ts';

interface VerifyOptions {
  head: string[];
  json?: boolean;
}

/** `benkan audit …` */
export function auditCommands(benkan: Command, done: (code: number) => void): void {
  const also = (head: string, before: string[]): string[] => [...before, head];
  benkan
    .command('audit')
    .description('the record of what staff did and looked at')
    .command('verify')
    .description(
      'follow the whole chain; exit code 1 and the first record that was changed, where it does not hold',
    )
    .option(
      '--head <seq:hash>',
      'a head noted down earlier that must be part of the chain; may be repeated',
      also,
      [],
    )
    .option('--json', 'print one JSON object: {"ok":…,"records":…,"head":…,"broken":…}')
    .action(async (options: VerifyOptions) => done(await auditVerify(options)));
}

/** Compares the chain with its anchors, with the heads in this machine's DATA_DIR, and with those given. */
async function auditVerify({ head, json = false }: VerifyOptions): Promise<number> {
  // Loaded when asked for, as main.ts does: the other commands start without the house.
  const { notedHeads, readLink } = await import('../app/audit-heads.ts');
  const given = head.map((text) => readLink(text) ?? refuseHead());
  const { withStaffRooms } = await import('./with-staff.ts');
  const verdict = await withStaffRooms(process.env, async ({ ledger, noted }) =>
    ledger.verify([...given, ...(await notedHeads(noted.dataDir, noted.database))]),
  );
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : `${wordsOf(verdict)}\n`);
  return verdict.ok ? EXIT.done : EXIT.refused;
}

function refuseHead(): never {
  throw refusal('bad_head', 'A head is a number, ":" and 43 characters, as `benkan audit verify` prints it.');
}

function wordsOf({ records, after, head, broken }: Verdict): string {
  if (broken !== undefined)
    return `The audit does not hold: record ${String(broken.seq)} ${DAMAGE[broken.what]}. ${String(head.seq)} is the last that holds.`;
  const expired = after === 0 ? '' : ` (those up to ${String(after)} have expired)`;
  return `The audit holds: ${String(records)} records${expired}. Note the head down elsewhere: ${String(head.seq)}:${head.hash}`;
}

const DAMAGE: Readonly<Record<Damage, string>> = {
  edited: 'was edited',
  deleted: 'was deleted',
  inserted: 'was inserted afterwards',
  reordered: 'is not in its place',
  cut_off: 'and all after it were cut off',
  anchor:
    'has no anchor of ours: the head or checkpoint beside the chain is missing or was changed, or nothing was ever recorded',
  another_chain: 'is not the one that was noted down: this is another chain',
};
