import type { Clock } from '../../../domain/clock.ts';
import type { RunsStore } from '../plan/runs-store.ts';
import type { Control, Launch, Order, Sendables, SendingState } from './ports.ts';

/** From where each order is given. */
export const ORDERED_FROM: Readonly<Record<Order, readonly SendingState[]>> = {
  pause: ['canary', 'running'],
  resume: ['paused', 'stopped'],
  cancel: ['approved', 'planning', 'canary', 'running', 'paused', 'stopped'],
};

interface ControlDeps {
  broadcasts: Sendables;
  runs: Pick<RunsStore, 'find' | 'firstOver' | 'rested'>;
  clock: Clock;
  launch: Launch;
}

/**
 * Pauses, resumes and cancels. The state is what counts: whatever leaves the outbox asks for it, and the due-date set here
 * does the rest.
 */
export const controlling =
  ({ broadcasts, runs, clock, launch }: ControlDeps): Control =>
  async (id, order) => {
    const run = await runs.find(id);
    const changedAt = clock.now();
    const target = await targetOf(order);
    if (order === 'resume' && target === 'running') await runs.firstOver(id);
    if (order === 'resume') await runs.rested(id);
    const moved = await broadcasts.move(id, ORDERED_FROM[order], target, { changedAt });
    if (moved && order !== 'pause') await launch(id, changedAt);
    return moved;

    async function targetOf(what: Order): Promise<SendingState> {
      if (what === 'pause') return 'paused';
      if (what === 'cancel') return 'cancelled';
      if (run?.of === undefined) return 'planning';
      // Whoever resumes one that stopped by itself has looked at what went wrong.
      const state = (await broadcasts.find(id))?.state;
      return state === 'paused' && run.canary !== undefined && run.canary.over !== true
        ? 'canary'
        : 'running';
    }
  };
