import { dayOf } from '../../../domain/clock.ts';
import type { Due, DueAnswer, DueDates, DueKind } from '../../../schedule/due-dates.ts';
import { plan } from '../plan/plan.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import { canaryOf } from './canary.ts';
import type { Launch, Sendable } from './ports.ts';
import { type Memory, newMemory, sendSome } from './send-some.ts';
import type { SendingDeps } from './sending-deps.ts';

export const SEND = 'broadcasts.plan';

/** Broadcasts remembered at once; a forgotten one is only looked at once more from its beginning. */
const MOST_REMEMBERED = 20;

/** The due-date that brings a broadcast from its moment to its end. */
export const sendOf = (broadcast: string, at: number): Due => ({
  ...{ kind: SEND, id: broadcast, at, params: { broadcast } },
});

/** Orders a broadcast; ordering it again moves it. */
export const launching =
  (dues: Pick<DueDates, 'set'>): Launch =>
  (id, at) =>
    dues.set(sendOf(id, at));

/** Leads a broadcast from wherever it stands: plans it, sends to the first ones, then to all. Killed anywhere, it goes on. */
export function sendDue(deps: SendingDeps): DueKind {
  const remembered = new Map<string, Memory>();
  const memoryOf = (id: string): Memory => {
    const memory = remembered.get(id) ?? newMemory(deps);
    remembered.delete(id);
    remembered.set(id, memory);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return memory;
  };
  return {
    kind: SEND,
    async run({ id }) {
      for (;;) {
        const broadcast = await deps.broadcasts.find(id);
        switch (broadcast?.state) {
          case 'approved':
            if (!(await begin(deps, broadcast))) return undefined;
            break;
          case 'planning': {
            const answer = await planSome(deps, broadcast);
            if (answer !== undefined) return answer;
            break;
          }
          case 'canary':
          case 'running': {
            const answer = await sendSome(deps, id, memoryOf(id));
            if (answer !== undefined) return answer;
            break;
          }
          case 'cancelled':
            await deps.recipients.skipAll(recipientIds(deps.fingerprint, id), 'cancelled');
            return undefined;
          case 'draft':
          case 'submitted':
          case 'paused':
          case 'stopped':
          case 'done':
          case undefined:
            return undefined;
        }
        if (deps.stopping()) return { again: deps.clock.now() };
      }
    },
  };
}

/** Its moment has come. `false`: it waits for a person again, or is gone. */
async function begin({ admit, broadcasts }: SendingDeps, { id }: Sendable): Promise<boolean> {
  const { go } = await admit(id);
  if (!go) return false;
  await broadcasts.move(id, ['approved'], 'planning');
  return true;
}

async function planSome(deps: SendingDeps, broadcast: Sendable): Promise<DueAnswer> {
  const { broadcasts, runs, recipients, clock, settings, fingerprint } = deps;
  const { id } = broadcast;
  const admission = await deps.admit(id);
  if (!admission.go) return undefined;
  const planned = await plan(deps, broadcast, admission.most);
  if (planned === 'more') return { again: clock.now() };
  const changedAt = clock.now();
  if (planned === 'too_many') {
    await broadcasts.move(id, ['planning'], 'stopped', { why: 'needs_second', changedAt });
    return undefined;
  }
  const { of = 0 } = await runs.open(id, dayOf(clock.now()));
  const first = canaryOf(of, settings);
  const until = first === 0 ? undefined : await recipients.nth(recipientIds(fingerprint, id), first);
  if (until !== undefined) await runs.firstUntil(id, until);
  await broadcasts.move(id, ['planning'], until === undefined ? 'running' : 'canary', { changedAt });
  return undefined;
}
