import { z } from 'zod';
import type { EffectContext, EffectKind, Passage } from '../../../conversation/ports.ts';
import type { AlsoWaiting, WaitingRooms } from './ports.ts';
import type { WaitingStore } from './waiting-store.ts';

/** The answer to what they wrote is on its way by then; and calls of their talk do not wait for this. */
const GATHER_MS = 100;

interface TellDeps extends WaitingRooms {
  store: WaitingStore;
}

/**
 * Somebody wrote, and a conversation opened or came to its end by it: what has waited for them is told now, after the
 * answer. Whoever is in the middle of something is told nothing; what failed waits for their next conversation.
 */
export function tellEffect(deps: TellDeps): EffectKind {
  return {
    name: 'broadcasts.waiting',
    params: z.object({}),
    gatherMs: GATHER_MS,
    from: () => [],
    fromTurn: (passage) => (opens(passage, deps) ? [{}] : []),
    async apply(batch) {
      for (const { context } of batch) await tellAll(deps, context).catch(() => undefined);
    },
  };
}

/** Nothing was going on when they wrote, or nothing is any more. */
function opens(
  { wrote, before, after }: Passage,
  { channels, windowed = [], atRest }: WaitingRooms,
): boolean {
  if (wrote === undefined || ![...channels, ...windowed].includes(wrote.channel)) return false;
  const rests = after.session?.frames.every(({ flow }) => atRest.includes(flow)) ?? true;
  return rests || before.session === null;
}

/** What it is, if it is no broadcast. */
export const alsoOf = ({ also = [] }: Pick<WaitingRooms, 'also'>, id: string): AlsoWaiting | undefined =>
  also.find(({ ids }) => ids.test(id));

async function tellAll(deps: TellDeps, { person, conversation }: EffectContext): Promise<void> {
  const { store, prompt, flow } = deps;
  const member = deps.memberOf(person);
  const waits = await store.of(member);
  // What takes words back that they have goes before what is new.
  const inOrder = [...waits.filter((id) => alsoOf(deps, id)), ...waits.filter((id) => !alsoOf(deps, id))];
  for (const broadcast of inOrder) {
    const also = alsoOf(deps, broadcast);
    const wanted = await (also ?? deps).wanted(broadcast);
    if (wanted === 'later') continue;
    if (!wanted) {
      await store.settle(member, broadcast, 'dropped');
      continue;
    }
    // Under the id every telling of this broadcast has, so that it is once whatever crashes.
    const said = also?.said(broadcast) ?? { flow, params: { envoi: broadcast } };
    const id = also === undefined ? `broadcast:${broadcast}` : broadcast;
    const told = await prompt({ conversation, id, ...said, lane: 'alert' });
    await store.settle(member, broadcast, told === 'gone' ? 'dropped' : 'read');
    if (told !== 'gone' && also === undefined) await deps.told?.(member, broadcast);
  }
}
