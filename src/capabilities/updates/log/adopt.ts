import type { Fingerprint } from '../../../conversation/ports.ts';
import { isDuplicateKey } from '../../../store/durable.ts';
import type { Update } from '../model/update.ts';
import type { NumberedItems } from './items-store.ts';
import type { PublicLog, Statement } from './ports.ts';
import { type Said, statementOf } from './statement.ts';

export interface Adopting {
  items: NumberedItems;
  log: Pick<PublicLog, 'of'>;
  /** Puts a statement in the log. */
  append: (statement: Statement, demo: boolean) => Promise<unknown>;
  publisher: (org: string) => Promise<Statement['publisher']>;
  fingerprint: Fingerprint;
}

/** What happened to an item before there was a log. */
type Happened = Pick<Said, 'kind' | 'version' | 'at' | 'reason'> & { id: string };

/**
 * Enters what was published before there was a log, in the order it happened; who wrote and who verified is read from
 * each item's history. Safe to repeat, and to be cut off: what is in the log already is left as it is.
 */
export async function adoptPublished(deps: Adopting): Promise<number> {
  const happened: Happened[] = [];
  for await (const item of deps.items.all()) happened.push(...lifeOf(item));
  happened.sort((one, two) => one.at - two.at);
  let entered = 0;
  for (const { id, ...said } of happened) {
    const item = await deps.items.byId(id);
    if (item?.number === undefined) continue;
    const publisher = await deps.publisher(item.org);
    const statement = statementOf(item, { ...said, publisher }, deps.fingerprint);
    if (await isEntered(deps.log, statement)) continue;
    try {
      await deps.append(statement, item.demo);
      entered += 1;
    } catch (cause) {
      // Another process, starting at the same moment, was faster.
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
  return entered;
}

/** The free words of an old withdrawal were for the staff alone, and no second person read them: they stay inside. */
function lifeOf({ id, publication, corrects, withdrawal }: Update): Happened[] {
  if (publication === undefined) return [];
  const { version } = publication;
  const kind = corrects === undefined ? 'published' : 'corrected';
  return [
    { id, version, kind, at: publication.at, reason: null },
    ...(withdrawal === undefined
      ? []
      : [{ id, version, kind: 'withdrawn' as const, at: withdrawal.at, reason: withdrawal.cause ?? null }]),
  ];
}

const isEntered = async (
  log: Pick<PublicLog, 'of'>,
  { number, version, kind }: Statement,
): Promise<boolean> =>
  (await log.of(number)).some(({ statement }) => statement.version === version && statement.kind === kind);
