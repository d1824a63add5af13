import type { PublicKey } from '../keys/public-key.ts';
import { type EntryFault, faultOf } from './entry-fault.ts';
import { itemFileText } from './item-file.ts';
import type { OpenLog } from './open-log.ts';
import type { LogEntry } from './ports.ts';

/** An entry of an item, with what has become of it and whether it still is as it was signed. */
export interface ItemProof {
  entry: LogEntry;
  /** Everything under the number, in order. */
  all: readonly LogEntry[];
  /** `broken`: what is kept is not what was signed. */
  state: 'valid' | 'corrected' | 'withdrawn' | 'broken';
  fault?: EntryFault;
  /** The version that holds now. */
  newest: number;
}

export type ProofLog = Pick<OpenLog, 'of' | 'after' | 'document' | 'keys'>;

/**
 * The last entry about a version of an item, or about its newest where none is named; looked at as a stranger would.
 * `undefined` where nothing was published under the number, or not that version.
 */
export async function proofOf(
  log: Pick<ProofLog, 'of' | 'keys'>,
  number: string,
  version?: number,
): Promise<ItemProof | undefined> {
  const all = await log.of(number);
  const newest = all.reduce((most, { statement }) => Math.max(most, statement.version), 0);
  const entry = all.findLast(({ statement }) => statement.version === (version ?? newest));
  if (entry === undefined) return undefined;
  const fault = faultOf(entry, new Map<string, PublicKey>(log.keys.map((key) => [key.kid, key])));
  if (fault !== undefined) return { entry, all, state: 'broken', fault, newest };
  const withdrawn = all.at(-1)?.statement.kind === 'withdrawn';
  const state = withdrawn ? 'withdrawn' : entry.statement.version < newest ? 'corrected' : 'valid';
  return { entry, all, state, newest };
}

/** The file that `benkan verify` reads, for one entry. */
export async function proofFile(log: ProofLog, { entry, all }: ItemProof): Promise<string> {
  const around = await log.after(Math.max(0, entry.seq - 2), 3, entry.demo);
  const at = (seq: number): LogEntry | null => around.find((each) => each.seq === seq) ?? null;
  return itemFileText({
    ...{ entry, before: at(entry.seq - 1), after: at(entry.seq + 1) },
    later: all.filter(({ seq }) => seq > entry.seq),
    keys: await log.document(),
  });
}
