import { describe, expect, it } from '@jest/globals';
import { MemoryConversations } from '../../test/universe/memory-conversations.ts';
import type { Leftover } from '../conversation/conversation.ts';
import type { PeopleStore } from '../store/people.ts';
import { recover, sweepErased } from './recovery.ts';

const leftovers = (count: number): Leftover[] =>
  Array.from({ length: count }, (_, n) => ({ conversation: `c${n}`, effects: [], out: [] }));

describe('T26: what a crash left over', () => {
  it('is finished in bounded portions until nothing is left', async () => {
    const store = new MemoryConversations();
    const portions = [leftovers(100), leftovers(100), leftovers(3), leftovers(9)];
    const asked: number[] = [];
    store.takeOver = async (limit?: number) => {
      asked.push(limit ?? 0);
      return portions.shift() ?? [];
    };
    const finished: string[] = [];
    const counted: number[] = [];
    await recover(store, { committed: (id) => void finished.push(id) }, (taken) => void counted.push(taken));
    expect(asked).toEqual([100, 100, 100]);
    expect([finished.length, counted]).toEqual([203, [100, 100, 3]]);
  });

  it('is not counted where there is none', async () => {
    const counted: number[] = [];
    await recover(
      new MemoryConversations(),
      { committed: () => undefined },
      (taken) => void counted.push(taken),
    );
    expect(counted).toEqual([]);
  });
});

describe('T4: an erasure is gone over once more', () => {
  const NOW = 1_000_000;
  const sweep = async (erase: (person: string) => Promise<void>) => {
    const swept: string[] = [];
    const before: number[] = [];
    const people = {
      async erasedUnswept(at: number) {
        before.push(at);
        return ['p1', 'p2'];
      },
      swept: async (person: string) => void swept.push(person),
    } as unknown as PeopleStore;
    const outcome = await sweepErased(people, erase, NOW).then(
      () => 'done',
      () => 'failed',
    );
    return { outcome, swept, before };
  };

  it('when what was under way elsewhere is over', async () => {
    const erased: string[] = [];
    expect(await sweep(async (person) => void erased.push(person))).toEqual({
      outcome: 'done',
      swept: ['p1', 'p2'],
      before: [NOW - 120_000],
    });
    expect(erased).toEqual(['p1', 'p2']);
  });

  it('and comes round again for those it failed on', async () => {
    const { outcome, swept } = await sweep(async (person) => {
      if (person === 'p2') throw new Error('away');
    });
    expect([outcome, swept]).toEqual(['failed', ['p1']]);
  });
});
