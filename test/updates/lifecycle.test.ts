import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MOVES, type Move, RULES } from '../../src/capabilities/updates/model/lifecycle.ts';
import { STATES } from '../../src/capabilities/updates/model/states.ts';
import { ROLES } from '../../src/web/staff/index.ts';
import { buildContent, type UpdateWorld, updateWorld, WITHDRAW } from './update-world.ts';

describe('U2: the life of an update', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (cause: unknown) => (cause as { code?: string }).code ?? String(cause),
    );
  const act = (move: Move, hash: string) => ({
    move,
    seen: hash,
    ...(move === 'edit' ? { content: buildContent({ funding: 'Autre' }) } : {}),
    ...(RULES[move].reason === true ? { reason: 'Parce que.' } : {}),
    ...(move === 'withdraw' ? { cause: 'wrong' } : {}),
  });

  it.each(STATES)('T20: from %s each role may make exactly the moves of the table', async (state) => {
    const item = await world.itemIn(state);
    const ours = { _id: item.id as never };
    const stored = await world.db.collection('updates').findOne(ours);
    for (const role of ROLES) {
      for (const move of MOVES) {
        const wanted = !RULES[move].roles.includes(role)
          ? 'role'
          : !RULES[move].from.includes(state)
            ? 'wrong_state'
            : 'done';
        const before = world.audited.length;
        expect([
          role,
          move,
          await codeOf(world.desk.move(world.as('chaka', role), item.id, act(move, item.hash))),
        ]).toEqual([role, move, wanted]);
        expect(world.audited.length - before).toBe(wanted === 'done' ? 1 : 0);
        if (wanted !== 'done') continue;
        await world.db.collection('updates').replaceOne(ours, stored!);
        // As if it had not been done: the log takes each thing once.
        await world.db.collection('update_log').deleteMany({ 'statement.kind': { $ne: 'corrected' } });
      }
    }
  });

  it('only what the table names leads out of a state', () => {
    const reachable = Object.fromEntries(
      STATES.map((state) => [
        state,
        MOVES.filter((move) => RULES[move].from.includes(state)).map((move) => `${move} → ${RULES[move].to}`),
      ]),
    );
    expect(reachable).toEqual({
      draft: ['edit → draft', 'submit → submitted'],
      submitted: ['edit → draft', 'verify → verified', 'reject → draft'],
      verified: ['edit → draft', 'reject → draft', 'publish → published'],
      published: ['withdraw → withdrawn'],
      corrected: [],
      withdrawn: [],
    });
  });

  it('keeps who, when, what and why of each transition', async () => {
    const item = await world.itemIn('withdrawn');
    expect(item.history.map(({ what, by, role, reason }) => [what, by, role, reason])).toEqual([
      ['create', 'awa', 'editor', undefined],
      ['submit', 'awa', 'editor', undefined],
      ['verify', 'binta', 'verifier', undefined],
      ['publish', 'awa', 'editor', undefined],
      ['withdraw', 'awa', 'editor', 'Erreur de date'],
    ]);
    expect(item.history.every(({ at, hash }) => at === world.clock.now() && hash === item.hash)).toBe(true);
    expect(world.audited.map(({ action }) => action)).toEqual(
      ['begun', 'submitted', 'verified', 'published', 'withdrawn'].map((what) => `updates.${what}`),
    );
  });

  it('T22: a move whose record cannot be written is not made', async () => {
    const item = await world.itemIn('submitted');
    const binta = { ...world.as('binta', 'verifier'), audit: () => Promise.reject(new Error('away')) };
    await expect(world.desk.move(binta, item.id, { move: 'verify', seen: item.hash })).rejects.toThrow(
      'away',
    );
    expect((await world.desk.find(binta, item.id)).state).toBe('submitted');
  });

  it.each(['awa', 'chaka', 'dado'])(
    'T21: whoever wrote or handed it in may not verify it: %s',
    async (id) => {
      let item = await world.desk.begin(world.as('awa'), buildContent());
      const edited = buildContent({ funding: 'Chaka' });
      item = await world.desk.move(world.as('chaka', 'admin'), item.id, {
        move: 'edit',
        rev: item.rev,
        content: edited,
      });
      item = await world.desk.move(world.as('dado'), item.id, { move: 'submit' });
      for (const role of ['admin', 'verifier'] as const) {
        for (const move of ['verify', 'reject'] as const) {
          expect(await codeOf(world.desk.move(world.as(id, role), item.id, act(move, item.hash)))).toBe(
            'own_work',
          );
        }
      }
      expect(
        (await world.desk.move(world.as('binta', 'verifier'), item.id, act('verify', item.hash))).state,
      ).toBe('verified');
    },
  );

  it('T21: approve, then edit: the approval is void, and the content goes back to draft', async () => {
    const item = await world.itemIn('verified');
    const after = await world.desk.move(world.as('awa'), item.id, {
      move: 'edit',
      rev: item.rev,
      content: buildContent({ place: 'gao' }),
    });
    expect(after).toMatchObject({ state: 'draft', before: { place: 'mali' } });
    expect(after).not.toHaveProperty('verification');
    expect(
      await codeOf(world.desk.move(world.as('awa'), item.id, { move: 'publish', seen: item.hash })),
    ).toBe('wrong_state');
    const again = await world.desk.move(world.as('awa'), item.id, { move: 'submit' });
    expect(
      await codeOf(
        world.desk.move(world.as('binta', 'verifier'), item.id, { move: 'verify', seen: item.hash }),
      ),
    ).toBe('changed');
    expect(again.hash).not.toBe(item.hash);
  });

  it('T21: a verification in the database of other content, or by an author, publishes nothing', async () => {
    const item = await world.itemIn('verified');
    const updates = world.db.collection('updates');
    for (const forged of [
      { verification: { by: 'binta', at: 1, hash: '0'.repeat(64) } },
      { verification: { by: 'awa', at: 1, hash: item.hash } },
    ]) {
      await updates.updateOne({}, { $set: forged });
      expect(await codeOf(world.desk.move(world.as('awa'), item.id, { move: 'publish' }))).toBe(
        'not_verified',
      );
    }
    await updates.updateOne({}, { $unset: { verification: '' } });
    expect(await codeOf(world.desk.move(world.as('awa'), item.id, { move: 'publish' }))).toBe('not_verified');
  });

  it('rejection goes back to draft with its reason, and keeps what was judged for comparing', async () => {
    const item = await world.itemIn('submitted');
    const after = await world.desk.move(world.as('binta', 'verifier'), item.id, {
      move: 'reject',
      seen: item.hash,
      reason: ' Source\r\n illisible ',
    });
    expect(after).toMatchObject({ state: 'draft', before: item.content });
    expect(after.history.at(-1)).toMatchObject({ what: 'reject', by: 'binta', reason: 'Source illisible' });
  });

  it.each(['', '   ', '\r\n', '\u200B', 'x'.repeat(301)])(
    'a rejection or withdrawal without a fit reason is refused: %j',
    async (reason) => {
      const submitted = await world.itemIn('submitted');
      const binta = world.as('binta', 'verifier');
      expect(
        await codeOf(world.desk.move(binta, submitted.id, { move: 'reject', seen: submitted.hash, reason })),
      ).toBe('reason_missing');
      const published = await world.itemIn('published');
      expect(await codeOf(world.desk.move(binta, published.id, { ...WITHDRAW, reason }))).toBe(
        'reason_missing',
      );
    },
  );

  it('what is not whole is not handed in', async () => {
    const texts = buildContent().texts;
    const wrong = [
      { date: '' },
      { theme: '' as const },
      { tier: '' as const },
      { funding: '' },
      { reviewBy: '' },
      { reviewBy: '2026-11-21' },
      { source: { title: '', url: 'https://example.org/', sha256: '' } },
      { texts: { ...texts, fr: { ...texts['fr']!, first: '' } } },
    ];
    for (const each of wrong) {
      const item = await world.itemIn('draft', each);
      expect([each, await codeOf(world.desk.move(world.as('awa'), item.id, { move: 'submit' }))]).toEqual([
        each,
        'incomplete',
      ]);
    }
  });

  it('T36: another organisation’s item is not there, whatever the role', async () => {
    for (const state of STATES) {
      const item = await world.itemIn(state);
      for (const role of ROLES) {
        const stranger = world.as('eve', role, 'autre');
        expect(await codeOf(world.desk.find(stranger, item.id))).toBe('not_found');
        for (const move of MOVES)
          expect(await codeOf(world.desk.move(stranger, item.id, act(move, item.hash)))).toBe('not_found');
      }
    }
  });

  it('an item cannot be written without end', async () => {
    const item = await world.itemIn('draft');
    const full = Array.from({ length: 300 }, () => item.history[0]);
    await world.db.collection('updates').updateOne({}, { $set: { history: full } });
    expect(await codeOf(world.desk.move(world.as('awa'), item.id, act('edit', item.hash)))).toBe(
      'history_full',
    );
    expect(await codeOf(world.desk.move(world.as('awa'), item.id, act('submit', item.hash)))).toBe(
      'history_full',
    );
  });

  it('every state of the table is reached', async () => {
    for (const state of STATES) expect((await world.itemIn(state)).state).toBe(state);
  });
});
