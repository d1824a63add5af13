import { readFile } from 'node:fs/promises';
import type { mongo } from 'mongoose';
import type { CardHash } from '../../../src/capabilities/updates/check/pictures/card-hashes.ts';
import { cardId } from '../../../src/capabilities/updates/check/pictures/card-hashes.ts';
import { CARDS } from '../../../src/capabilities/updates/check/pictures/collections.ts';
import { hashesOf } from '../../../src/capabilities/updates/check/pictures/hashes.ts';
import { signingKeys } from '../../../src/capabilities/updates/keys/signing-keys.ts';
import { LOG, LOG_HEADS } from '../../../src/capabilities/updates/log/collections.ts';
import type { Statement } from '../../../src/capabilities/updates/log/ports.ts';
import { numberWords, readNumber } from '../../../src/capabilities/updates/model/update.ts';
import { keyring, keyringFile } from '../../../src/store/keys/keyring.ts';
import { itemOf } from '../published-item.ts';
import { chain, headOf } from '../signed-log.ts';
import type { Chance } from './corpus.ts';

/** Documents a write brings. */
const A_BATCH = 1000;

/**
 * Publishes statements in a house that stands still: items and log as they would lie there, signed with its own keys, so
 * that its own look through the log finds nothing wrong. Nobody is told of them.
 */
export async function fillLog(
  db: mongo.Db,
  keyFile: string,
  statements: readonly Statement[],
): Promise<void> {
  const { publishing } = keyring(keyringFile.parse(JSON.parse(await readFile(keyFile, 'utf8'))));
  const keys = signingKeys(publishing);
  const entries = chain(statements, keys);
  await insertAll(
    db,
    LOG,
    entries.map(({ seq, ...entry }) => ({ _id: seq, ...entry })),
  );
  await insertAll(db, 'updates', itemsOf(statements));
  const head = { ...headOf(entries), key: keys.current };
  await db.collection<{ _id: string }>(LOG_HEADS).updateOne({ _id: 'log' }, { $set: head });
}

/** Every version as the item it is: replaced by the next one, withdrawn, or standing. */
function itemsOf(statements: readonly Statement[]): object[] {
  const items = new Map<string, ReturnType<typeof itemOf>>();
  for (const [at, { number, version, kind, content }] of statements.entries()) {
    const id = `${number}/${String(version)}`;
    const former = items.get(`${number}/${String(version - 1)}`);
    const read = readNumber(number)!;
    if (kind === 'withdrawn') Object.assign(items.get(id)!, { state: 'withdrawn' });
    else
      items.set(id, {
        ...itemOf(at, { _id: `filled-${id}`, org: 'benkan', content, number: read }),
        publication: { by: 'awa', at: 3000 + at, version },
      });
    if (kind !== 'corrected' || former === undefined) continue;
    Object.assign(former, { state: 'corrected', correction: { id: `filled-${id}`, at: 3000 + at } });
    Reflect.deleteProperty(former, 'numbered');
  }
  return [...items.values()];
}

/**
 * What every card looks like, as the house would have noted it in time: of those that are given their true hashes, of the
 * others such as chance gives them, for drawing one takes a fifth of a second.
 * @param drawn the cards by the id they are kept under
 */
export async function fillCards(
  db: mongo.Db,
  statements: readonly Statement[],
  drawn: ReadonlyMap<string, Buffer>,
  chance: Chance,
): Promise<number> {
  const half = (): string =>
    Math.floor(chance() * 0xffffffff)
      .toString(16)
      .padStart(8, '0');
  const cards: (CardHash & { _id: string; day: string })[] = [];
  for (const statement of statements) {
    if (statement.kind === 'withdrawn') continue;
    for (const lang of Object.keys(statement.content.texts)) {
      const id = cardId(statement, lang);
      const card = drawn.get(id);
      const hashes =
        card === undefined ? { whole: half() + half(), title: half() + half() } : await hashesOf(card);
      cards.push({
        ...{ _id: id, day: statement.at.slice(0, 10), kind: 'card', ...hashes },
        number: numberWords(readNumber(statement.number)!),
      });
    }
  }
  await insertAll(db, CARDS, cards);
  return cards.length;
}

async function insertAll(db: mongo.Db, name: string, all: readonly object[]): Promise<void> {
  for (let from = 0; from < all.length; from += A_BATCH)
    await db.collection(name).insertMany(all.slice(from, from + A_BATCH));
}
