import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOVES } from '../../src/capabilities/updates/model/lifecycle.ts';
import { buildContent, type UpdateWorld, updateWorld } from './update-world.ts';

const ACTIONS = 12;

describe('T21: what one account can bring about', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  afterAll(() => world.close());

  const action = fc.record({
    /** A role may be changed by an administrator between two actions: the account stays the same. */
    role: fc.constantFrom(
      'admin' as const,
      'admin' as const,
      'editor' as const,
      'verifier' as const,
      'viewer' as const,
    ),
    what: fc.constantFrom('begin' as const, ...MOVES),
    which: fc.nat({ max: 1 }),
    seesTheLatest: fc.boolean(),
    funding: fc.constantFrom('A', 'B'),
  });

  it(`no path of ${ACTIONS} actions publishes anything, nor brings to verified what others left as a draft`, async () => {
    let published = 0;
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: ACTIONS }), async (actions) => {
        await world.empty();
        const others = await world.itemIn('draft');
        const items = [{ id: others.id, hash: others.hash }];
        for (const { role, what, which, seesTheLatest, funding } of actions) {
          const actor = world.as('chaka', role);
          const target = items[which % items.length]!;
          try {
            if (what === 'begin') {
              const { id, hash } = await world.desk.begin(actor, buildContent({ funding }));
              items.push({ id, hash });
            } else {
              const seen = seesTheLatest ? (await world.desk.find(actor, target.id)).hash : target.hash;
              const content = buildContent({ funding });
              await world.desk.move(actor, target.id, { move: what, seen, content, reason: 'r' });
              moved += 1;
            }
          } catch (cause) {
            expect((cause as { name?: string }).name).toBe('Fault');
          }
        }
        const states = await Promise.all(
          items.map(async ({ id }) => (await world.desk.find(world.as('x'), id)).state),
        );
        published += states.filter((state) => !['draft', 'submitted'].includes(state)).length;
      }),
      { numRuns: 150, seed: 20_261_121 },
    );
    expect(published).toBe(0);
    // The walk does move items, so that the zero means something.
    expect(moved).toBeGreaterThan(100);
    console.log(
      `T21: 150 paths of up to ${ACTIONS} actions by one account, ${moved} moves made, ${published} published`,
    );
  }, 60_000);
});
