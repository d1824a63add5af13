import type { Advanced, Session } from '../engine/types.ts';
import type { Talk } from './conversation.ts';
import { factsOf, type Ran, type Running } from './run-engine.ts';

type Left = Omit<Talk, 'route'> & Pick<Ran, 'events' | 'walk'>;

/** The talk without what is over by its flow's `expires`, whether its due-date has been seen to or not. Nothing is said. */
export function leftExpired(running: Running, before: Omit<Talk, 'route'>): Left {
  const { session, profile, due } = before;
  if (due === undefined || due.at > running.now) return { ...before, events: [], walk: [] };
  const left = running.script.advance(session, profile, { kind: 'expire' }, factsOf(running, profile));
  const over = before.over ?? isOver(session, left);
  return {
    ...before,
    session: left.session,
    due: left.due,
    events: [...left.events],
    walk: [...left.walk],
    ...(over && { over }),
  };
}

/** What its person was last asked is over, and nobody has told them. */
export function isOver(
  before: Session | null,
  { session: after, events }: Pick<Advanced, 'session' | 'events'>,
): true | undefined {
  const expired = events.some(({ kind }) => kind === 'expired');
  const open = before?.frames.at(-1);
  return expired && after?.frames.at(-1)?.sid !== open?.sid ? true : undefined;
}
