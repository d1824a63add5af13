import { admission } from '../../src/capabilities/broadcasts/admission.ts';
import { type Actor, type Desk, desk, type Draft } from '../../src/capabilities/broadcasts/desk.ts';
import { type Audience, type Counts, EXCLUSIONS } from '../../src/capabilities/audiences/index.ts';
import { handsOf, type Role, sameHands, type StaffAccount } from '../../src/web/staff/index.ts';
import { realChance, testClock } from '../universe/time.ts';
import { MemoryBroadcasts } from './memory-broadcasts.ts';

export const LIMIT = 100;
export const EVERYBODY: Audience = { all: [] };
export const FEW: Audience = { all: [{ field: 'region', in: ['gao'] }] };

export const buildDraft = (draft: Partial<Draft> = {}): Draft => ({
  ...{ name: 'Rencontres', content: { fr: { text: 'Rencontre samedi.' } }, audience: FEW },
  ...{ urgent: false, at: null, ...draft },
});

export const countsOf = (reachable: number, more: Partial<Counts> = {}): Counts => ({
  ...{ matched: reachable, reachable, byLang: { fr: reachable }, byChannel: { telegram: reachable } },
  byRegion: { '': reachable },
  excluded: Object.fromEntries(EXCLUSIONS.map((why) => [why, 0])) as Counts['excluded'],
  ...more,
});

/** A desk, accounts as they are, and a sending that only begins: 60 people in Gao, 500 in all. */
export function lifeWorld(looks = true) {
  const clock = testClock();
  const store = new MemoryBroadcasts();
  const accounts = new Map<string, Pick<StaffAccount, 'id' | 'role' | 'madeBy' | 'resets'>>();
  const byId = async (id: string) => accounts.get(id) as StaffAccount | undefined;
  const people = { few: 60, all: 500 };
  const ordered = new Map<string, number>();
  const audited: string[] = [];
  const deps = {
    ...{ store, clock, chance: realChance, aloneUpTo: LIMIT },
    audiences: {
      smallest: 5,
      count: async (of: Audience) => countsOf(of === FEW ? people.few : people.all),
      shown: async (of: Audience) => countsOf(of === FEW ? people.few : people.all),
    },
    launch: async (id: string, at: number) => void ordered.set(id, at),
    sameHands: async (a: string, b: string) => looks && (await sameHands({ byId }, a, b, clock.now())),
  };
  const ours: Desk = desk(deps);
  const admit = admission(deps);
  const as = (id: string, regions?: readonly string[]): Actor => ({
    person: {
      ...{ id, name: id, role: accounts.get(id)?.role ?? 'viewer', org: 'campagne' },
      ...(regions && { regions }),
    },
    audit: async (action) => void audited.push(`${action} ${id}`),
  });
  const open = (id: string, role: Role, madeBy?: readonly string[]) =>
    accounts.set(id, { id, role, ...(madeBy && { madeBy }) });
  for (const [id, role] of [
    ['awa', 'editor'],
    ['binta', 'verifier'],
    ['chaka', 'admin'],
    ['thief', 'admin'],
  ] as const)
    open(id, role);
  /** As the sending does when something is due: what would really be sent, to how many. */
  const run = async () => {
    const sent: { id: string; urgent: boolean; hash: string; planned: number; alone: boolean }[] = [];
    for (const [id, at] of ordered) {
      if (at > clock.now()) continue;
      ordered.delete(id);
      const admitted = await admit(id);
      const broadcast = await store.find(id);
      if (!admitted.go || broadcast?.state !== 'planning') continue;
      const planned = broadcast.audience === FEW ? people.few : people.all;
      const { most } = admitted;
      const stops = most !== null && planned > most;
      if (stops) await store.move(id, ['planning'], 'stopped', { why: 'needs_second' });
      else await store.move(id, ['planning'], 'running');
      if (!stops)
        sent.push({ id, urgent: broadcast.urgent, hash: broadcast.hash, planned, alone: most !== null });
    }
    return sent;
  };
  const hands = async (id: string): Promise<string[]> => [...(await handsOf({ byId }, id, clock.now()))];
  return { clock, store, accounts, people, ordered, audited, deps, desk: ours, admit, as, open, run, hands };
}
export type LifeWorld = ReturnType<typeof lifeWorld>;
