import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../web/staff/index.ts';
import { type Entry, hashOf } from './entry.ts';
import { type Act, type Actor, moved, MOVES, obstacle, saysWhy } from './moves.ts';

const ACTIONS = 12;
const content = { texte: 'un' };
const entry = (of: Partial<Entry> = {}): Entry => ({
  ...{ id: 'e', org: 'benkan', state: 'draft', content, hash: hashOf(content), rev: 1, authors: ['awa'] },
  ...{ version: 0, history: [], demo: false, changedAt: 0 },
  ...of,
});

/** The entry after a move, or what stands in its way. */
const after = (before: Entry, act: Act, actor: Actor): Entry | string => {
  const stands = obstacle(before, act, actor) ?? (saysWhy(act) ? undefined : 'reason_missing');
  return stands ?? moved(before, act, actor, 1, 't');
};
const brought = (before: Entry, ...moves: readonly (readonly [Act, Actor])[]): Entry =>
  moves.reduce((now, [act, actor]) => {
    const next = after(now, act, actor);
    if (typeof next === 'string') throw new Error(`${act.move}: ${next}`);
    return next;
  }, before);

const awa: Actor = { id: 'awa', role: 'editor' };
const binta: Actor = { id: 'binta', role: 'verifier' };
const chaka: Actor = { id: 'chaka', role: 'admin' };
const approved = (): Entry => brought(entry(), [{ move: 'submit' }, awa], [{ move: 'approve' }, binta]);

/** Everything one account can do with an entry, in any role and with any words; histories are left out of the state. */
function reachable(begin: Entry, id: string): Entry[] {
  const seen = new Map<string, Entry>();
  let frontier = [begin];
  for (let step = 0; step < ACTIONS; step += 1) {
    const next: Entry[] = [];
    for (const before of frontier)
      for (const role of ROLES)
        for (const move of MOVES)
          for (const texte of move === 'edit' ? ['un', 'deux'] : ['']) {
            const act = { move, content: { texte }, reason: 'parce que', seen: before.hash };
            const now = after(before, act, { id, role });
            if (typeof now === 'string') continue;
            const bare = { ...now, history: [], rev: 1, changedAt: 0 };
            const key = JSON.stringify(bare);
            if (seen.has(key)) continue;
            seen.set(key, bare);
            next.push(bare);
          }
    frontier = next;
  }
  return [...seen.values()];
}

describe('T21: what one account can bring before citizens, in twelve actions and any role', () => {
  it('nothing, of an entry of its own', () => {
    const all = reachable(entry({ authors: ['awa'] }), 'awa');
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter(({ live }) => live !== undefined)).toEqual([]);
  });

  it('nothing but what another wrote and handed in, or had approved already', () => {
    const submitted = brought(entry(), [{ move: 'submit' }, awa]);
    for (const begin of [approved(), submitted, brought(approved(), [{ move: 'edit' }, awa])]) {
      const all = reachable(begin, 'eve');
      const lives = new Set(all.flatMap(({ live }) => (live === undefined ? [] : [live.hash])));
      expect([...lives].filter((hash) => hash !== hashOf(content))).toEqual([]);
    }
  });

  it('whatever is read was approved by somebody who wrote none of it', () => {
    const people: Actor[] = [awa, binta, chaka];
    let some = [entry()];
    for (let step = 0; step < 6; step += 1)
      some = some.flatMap((before) =>
        people.flatMap((actor) =>
          MOVES.flatMap((move) => {
            const act = { move, content: { texte: `${actor.id}${String(step % 2)}` }, reason: 'r' };
            const now = after(before, act, actor);
            return typeof now === 'string' ? [] : [{ ...now, history: [] }];
          }),
        ),
      );
    const lives = some.flatMap(({ live }) => live ?? []);
    expect(lives.length).toBeGreaterThan(100);
    expect(
      lives.filter(({ by, authors, hash, content: said }) => authors.includes(by) || hash !== hashOf(said)),
    ).toEqual([]);
  });
});

describe('the life of an entry', () => {
  it('is read as it was approved while somebody changes it, and changes for readers when approved again', () => {
    const changed = brought(approved(), [{ move: 'edit', content: { texte: 'deux' } }, chaka]);
    expect(changed).toMatchObject({ state: 'draft', authors: ['chaka'], live: { content } });
    const again = brought(changed, [{ move: 'submit' }, awa], [{ move: 'approve' }, binta]);
    expect(again).toMatchObject({
      state: 'approved',
      version: 2,
      authors: [],
      live: { content: { texte: 'deux' } },
    });
  });

  it.each([
    ['own_work', entry({ state: 'submitted', authors: ['binta'] }), { move: 'approve' as const }],
    ['wrong_state', entry(), { move: 'approve' as const }],
    ['changed', entry({ state: 'submitted' }), { move: 'approve' as const, seen: 'another' }],
    ['reason_missing', entry({ state: 'submitted' }), { move: 'reject' as const }],
    ['role', entry(), { move: 'submit' as const }],
    ['wrong_state', entry(), { move: 'withdraw' as const, reason: 'never approved' }],
  ])('refuses with %s', (code, before, act) => {
    expect(after(before, act, binta)).toBe(code);
  });

  it('one person takes it back at once, with a reason; an edit on an old revision is refused', () => {
    expect(after(approved(), { move: 'withdraw', reason: 'faux' }, awa)).toMatchObject({
      state: 'withdrawn',
      live: undefined,
    });
    expect(after(approved(), { move: 'withdraw', reason: 'x'.repeat(301) }, awa)).toBe('reason_missing');
    expect(after(approved(), { move: 'edit', rev: 1 }, awa)).toBe('changed');
  });
});
