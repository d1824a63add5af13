import { expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import { testClock } from '../../../../test/universe/time.ts';
import type { StaffPerson } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { sealReach } from './tester.ts';
import { trialDesk, type TrialDeskDeps } from './trial-desk.ts';

const { fingerprint, sealer } = testKeyring();
const AWA: StaffPerson = { id: 'awa', name: 'Awa', role: 'editor', org: 'o' };

it('B3: an order of a test that is just run, and finds nothing, does not take the second with it', async () => {
  const clock = testClock();
  const orders: number[] = [];
  const deps = {
    ...{ fingerprint, sealer, clock, colleague: async () => AWA },
    trials: {
      of: async () => [],
      countOn: async () => 0,
      // A write that is durable takes its time.
      insert: async () => {
        clock.advance(2);
        return true;
      },
    },
    testers: {
      of: async () => [
        { account: 'awa', org: 'o', channel: 'sms', reach: sealReach(sealer, 'awa', 'talk'), day: '' },
      ],
    },
    dues: { set: async ({ at }: { at: number }) => void orders.push(at) },
  } as unknown as TrialDeskDeps;
  const draft = {
    ...{ id: 'b', org: 'o', state: 'draft', hash: 'h'.repeat(64), scope: {} },
    content: { fr: { text: 'Réunion.' } },
  } as unknown as Broadcast;
  const actor = { person: AWA, audit: async () => undefined };
  await trialDesk(deps).order(actor, draft, { seen: draft.hash, nth: 1 });
  expect(orders).toHaveLength(2);
  expect(orders[1]).toBeGreaterThan(orders[0]!);
});
