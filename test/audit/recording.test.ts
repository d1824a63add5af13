import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expire } from '../../src/store/collections.ts';
import type { AuditEntry } from '../../src/web/staff/index.ts';
import { buildEntry, type ChainWorld, chainWorld } from './chain-world.ts';

const DAY = 86_400_000;

describe('T22: the audit keeps what happened', () => {
  let world: ChainWorld;
  beforeAll(async () => {
    world = await chainWorld();
  });
  afterEach(() => world.renew());
  afterAll(() => world.close());

  it('four processes at once: every record once, one chain, written in groups', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => world.another()));
    const wanted = Array.from({ length: 400 }, (_, n) => `update/U-${String(n)}`);
    await Promise.all(wanted.map((subject, n) => processes[n % 4]!.record(buildEntry({ subject }))));
    const subjects = await world.db
      .collection('audit')
      .find()
      .project<{ subject: string }>({ subject: 1 })
      .toArray();
    expect(subjects.map(({ subject }) => subject).sort()).toEqual(['audit', ...wanted].sort());
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: 401 });
  });

  it('a record is durable when the call resolves, and found newest first', async () => {
    await world.ledger.record(buildEntry({ action: 'updates.published', detail: { tier: 2 } }));
    await world.ledger.record(buildEntry({ action: 'updates.withdrawn' }));
    const found = await world.ledger.search({ org: 'cellule' }, 10);
    expect(found.map(({ action }) => action)).toEqual(['updates.withdrawn', 'updates.published']);
    expect(found[1]).toMatchObject({ _id: 2, at: world.now(), detail: { tier: 2 } });
  });

  it('T36: a search stays within one organisation; each filter narrows it', async () => {
    const other = { id: 'b1', role: 'admin', org: 'mediateurs' } as const;
    await world.ledger.record(buildEntry({ actor: other }));
    await world.ledger.record(buildEntry({ subject: 'survey/paix', action: 'staff.exported' }));
    world.pass(DAY);
    await world.ledger.record(buildEntry());
    const count = async (filter: Record<string, string | number>) =>
      (await world.ledger.search({ org: 'cellule', ...filter }, 10)).length;
    expect(await count({})).toBe(2);
    expect(await count({ org: 'mediateurs' })).toBe(1);
    expect(await count({ org: 'ailleurs' })).toBe(0);
    expect(await count({ actor: 'a1' })).toBe(2);
    expect(await count({ actor: 'b1' })).toBe(0);
    expect(await count({ action: 'staff' })).toBe(1);
    expect(await count({ subject: 'survey/' })).toBe(1);
    expect(await count({ day: '2026-11-21' })).toBe(1);
    expect(await count({ before: 4 })).toBe(1);
    expect(await count({ action: '.*' })).toBe(0);
  });

  it.each([
    ['words', { detail: { note: 'elle a dit que' } }],
    ['a phone number', { detail: { to: '+22370123456' } }],
    ['a phone number in a subject', { subject: 'person/70123456/x' }],
    ['digits alone', { subject: 'person/ok', detail: { to: '70123456' } }],
    ['an e-mail address', { detail: { to: 'awa@example.org' } }],
    ['a name with its accent', { detail: { who: 'Aïssata' } }],
    ['a list', { detail: { ids: ['a'] as unknown as string } }],
    ['a subject with words', { subject: 'update/un deux' }],
    ['an action with words', { action: 'Published it' }],
    ['a field nobody declared', { note: 'x' }],
    [
      'thirteen details',
      { detail: Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`d${String(n)}`, n])) },
    ],
  ])('T1: %s may not be recorded, and the action fails', async (_what, change) => {
    await expect(world.ledger.record(buildEntry(change as Partial<AuditEntry>))).rejects.toMatchObject({
      kind: 'bug',
      code: 'bad_audit_entry',
    });
    expect(await world.ledger.search({ org: 'cellule' }, 10)).toEqual([]);
  });

  it('random ids may begin and end with any of their letters', async () => {
    for (const id of ['-x1', '_x1', 'x-', '123456', '2026-11-22', 'A'.repeat(43), '1234567890123456']) {
      const actor = { id, role: 'editor', org: 'cellule' } as const;
      await world.ledger.record(buildEntry({ actor, subject: `staff/${id}`, detail: { id } }));
    }
    expect((await world.ledger.verify()).ok).toBe(true);
  });

  it('T5: what is older than 24 months goes, and the chain still holds', async () => {
    for (let n = 0; n < 10; n += 1) {
      await world.ledger.record(buildEntry());
      world.pass(100 * DAY);
    }
    const gone = await expire(world.db, world.ledger.collections, world.now());
    expect([...gone]).toEqual([
      ['audit', 4],
      ['audit_anchors', 0],
    ]);
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: 7, after: 4 });
    await world.ledger.record(buildEntry());
    world.pass(100 * DAY);
    await expire(world.db, world.ledger.collections, world.now());
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: 7, after: 5 });
    await world.db.collection('audit').deleteOne({ _id: 6 as never });
    expect((await world.ledger.verify()).broken).toEqual({ seq: 6, what: 'deleted' });
  });

  it('T5: when all of it is old the chain goes on from its checkpoint', async () => {
    await world.ledger.record(buildEntry());
    world.pass(800 * DAY);
    await expire(world.db, world.ledger.collections, world.now());
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: 0, after: 2 });
    await world.ledger.record(buildEntry());
    expect(await world.ledger.verify()).toMatchObject({ ok: true, records: 1, after: 2 });
  });

  it('T5: a beginning that was tampered with does not expire', async () => {
    await world.ledger.record(buildEntry());
    world.pass(800 * DAY);
    await world.db
      .collection('audit')
      .updateOne({ _id: 2 as never }, { $set: { action: 'updates.withdrawn' } });
    expect((await expire(world.db, world.ledger.collections, world.now())).get('audit')).toBe(0);
    expect((await world.ledger.verify()).broken).toEqual({ seq: 2, what: 'edited' });
  });

  it('an expiry that was interrupted is finished the next night; the chain holds meanwhile', async () => {
    for (let n = 0; n < 5; n += 1) await world.ledger.record(buildEntry());
    const all = await world.db.collection('audit').find().toArray();
    world.pass(800 * DAY);
    await expire(world.db, world.ledger.collections, world.now());
    await world.db.collection('audit').insertMany([all[1]!, all[4]!]);
    expect((await world.ledger.verify()).ok).toBe(true);
    await expire(world.db, world.ledger.collections, world.now());
    expect(await world.db.collection('audit').countDocuments()).toBe(0);
  });

  it('the head is noted down at the start and each night', async () => {
    await world.ledger.record(buildEntry());
    expect(world.announced.map(({ seq }) => seq)).toEqual([1]);
    await expire(world.db, world.ledger.collections, world.now());
    expect(world.announced.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await world.ledger.verify(world.announced)).ok).toBe(true);
  });
});
