import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { Damage, Link } from '../../src/capabilities/audit/index.ts';
import { buildEntry, type ChainWorld, chainWorld } from './chain-world.ts';
import { dice } from './dice.ts';

const ROUNDS = 100;
const LENGTH = 60;

type Row = Record<string, unknown> & { _id: number };

interface Tampering {
  what: Damage;
  /** The number verification must name. */
  seq: number;
  rows: Row[];
}

const EDITS: readonly ((row: Row) => Row)[] = [
  (row) => ({ ...row, at: (row['at'] as number) - 1 }),
  (row) => ({ ...row, action: 'updates.withdrawn' }),
  (row) => ({ ...row, subject: 'update/ML-2026-0001' }),
  (row) => ({ ...row, actor: { id: 'a2', role: 'editor', org: 'cellule' } }),
  (row) => ({ ...row, actor: { ...(row['actor'] as object), role: 'admin' } }),
  (row) => ({ ...row, detail: { n: -1 } }),
  (row) => ({ ...row, prev: 'A'.repeat(43) }),
  (row) => ({ ...row, hash: 'A'.repeat(43) }),
  (row) => ({ ...row, mac: 'A'.repeat(43) }),
  (row) => ({ ...row, extra: true }),
];

/** What a person with write access to the database could do, one way of each kind. */
function tamper(rows: readonly Row[], pick: (below: number) => number): Tampering {
  const [at, other] = [pick(rows.length - 2), pick(rows.length - 2)];
  const row = rows[at]!;
  const seq = row._id;
  const without = rows.filter((_, index) => index !== at);
  const copy = { ...rows[other]!, key: 'k'.repeat(16) };
  const renumbered = (list: readonly Row[]): Row[] => list.map((one, index) => ({ ...one, _id: index + 1 }));
  switch (pick(8)) {
    case 0:
      return { what: 'deleted', seq, rows: without };
    case 1:
      return { what: 'deleted', seq, rows: renumbered(without) };
    case 2:
      return { what: 'cut_off', seq, rows: rows.slice(0, at) };
    case 3:
      return { what: 'inserted', seq, rows: renumbered([...rows.slice(0, at), copy, ...rows.slice(at)]) };
    case 4:
      return { what: 'inserted', seq: seq + 1, rows: [...rows, { ...copy, _id: seq + 0.5 }] };
    case 5: {
      const next = rows[at + 1]!;
      const swapped = [
        { ...next, _id: seq },
        { ...row, _id: next._id },
      ];
      return { what: 'reordered', seq, rows: [...rows.slice(0, at), ...swapped, ...rows.slice(at + 2)] };
    }
    default: {
      const edit = EDITS[pick(EDITS.length)]!;
      return { what: 'edited', seq, rows: rows.map((one) => (one === row ? edit(one) : one)) };
    }
  }
}

describe('T22: tampering with the audit', () => {
  let world: ChainWorld;
  let rows: Row[];
  let audit: mongo.Collection<Row>;
  let anchors: mongo.Collection<{ _id: string; seq?: number; hash?: string }>;
  let heads: Awaited<ReturnType<typeof readHeads>>;
  const readHeads = () => anchors.find().toArray();
  beforeAll(async () => {
    world = await chainWorld();
    audit = world.db.collection<Row>('audit');
    anchors = world.db.collection('audit_anchors');
    for (let n = 1; n < LENGTH; n += 1) {
      world.pass(1000);
      await world.ledger.record(buildEntry({ subject: `update/ML-2026-${String(1000 + n)}`, detail: { n } }));
    }
    rows = await audit.find().sort({ _id: 1 }).toArray();
    heads = await readHeads();
  });
  afterAll(() => world.close());

  const put = async (tampered: readonly Row[]): Promise<void> => {
    await audit.drop();
    await audit.insertMany([...tampered]);
  };
  const restore = async (): Promise<void> => {
    await put(rows);
    await anchors.deleteMany({});
    await anchors.insertMany(heads);
  };

  it(`${String(ROUNDS)} random tamperings, each found and named; 0 on an untouched one`, async () => {
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: LENGTH, after: 0 });
    const found: Partial<Record<Damage, number>> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      const { what, seq, rows: tampered } = tamper(rows, dice(round));
      await put(tampered);
      const { ok, broken } = await world.ledger.verify();
      expect([round, ok, broken]).toEqual([round, false, { seq, what }]);
      found[what] = (found[what] ?? 0) + 1;
    }
    await restore();
    expect((await world.ledger.verify()).ok).toBe(true);
    expect(Object.keys(found).sort()).toEqual(['cut_off', 'deleted', 'edited', 'inserted', 'reordered']);
    process.stdout.write(
      `T22: ${String(ROUNDS)} tamperings, ${String(ROUNDS)} found: ${JSON.stringify(found)}\n`,
    );
  }, 240_000);

  it('a head that was taken away, set back or made up is found, and stays found when the house goes on', async () => {
    const cut = rows.slice(0, 40);
    const last = cut.at(-1)!;
    const made = { _id: 'head', seq: last._id, hash: String(last['hash']), mac: 'A'.repeat(43) };
    for (const head of [[], [made]]) {
      await put(cut);
      await anchors.deleteMany({});
      if (head.length > 0) await anchors.insertMany(head);
      expect((await world.ledger.verify()).broken).toMatchObject({ what: 'anchor' });
      const restarted = await world.another();
      await restarted.record(buildEntry());
      expect((await restarted.verify()).broken).toMatchObject({ what: 'anchor' });
    }
    await restore();
  });

  it('going on after the end was cut off leaves the gap open', async () => {
    await put(rows.slice(0, 40));
    const restarted = await world.another();
    await restarted.record(buildEntry());
    expect((await restarted.verify()).broken).toEqual({ seq: 41, what: 'deleted' });
    await restore();
  });

  it('an older state put back whole is found by a head that was noted down elsewhere, and only by that', async () => {
    const noted: Link = { seq: LENGTH, hash: String(rows.at(-1)!['hash']) };
    await put(rows.slice(0, 1));
    await anchors.deleteMany({});
    const fresh = await world.another();
    expect((await fresh.verify()).broken).toMatchObject({ what: 'anchor' });
    await audit.deleteMany({});
    const anew = await world.another();
    expect((await anew.verify()).ok).toBe(true);
    expect((await anew.verify([noted])).broken).toEqual({ seq: 2, what: 'cut_off' });
    const first: Link = { seq: 1, hash: String(rows[0]!['hash']) };
    expect((await anew.verify([first])).broken).toEqual({ seq: 1, what: 'another_chain' });
    await restore();
    expect((await world.ledger.verify([noted, first])).ok).toBe(true);
  });
});
