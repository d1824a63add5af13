import type { CompiledFlow, FlowSet } from '../flow-set.ts';
import type { Frame } from '../types.ts';
import { carriedAnswers } from './carried-answers.ts';
import { fateOf } from './fate.ts';
import { movedId } from './run-id.ts';

/**
 * The frame in the version it goes on in: the published one where it may move there, its own otherwise.
 * Costs one comparison while nothing was published.
 */
export function settled(set: FlowSet, frame: Frame): Frame {
  const published = set.flows.get(frame.flow);
  if (published === undefined || published.hash === frame.hash) return frame;
  const own = set.version(frame.flow, frame.hash);
  const fate = fateOf(published, own, frame.step);
  return fate.kind === 'pinned' ? frame : movedTo(fate, published, own, frame);
}

function movedTo(
  { to: step, anew }: { to: string; anew: boolean },
  published: CompiledFlow,
  own: CompiledFlow | undefined,
  frame: Frame,
): Frame {
  const moved: Frame = { ...frame, sid: movedId(frame.sid), hash: published.hash, step };
  delete moved.sealed;
  Object.assign(moved, carriedAnswers(frame, published, own));
  if (!anew) return moved;
  // What belonged to the question, or the wait, that is gone.
  delete moved.narrowed;
  delete moved.picked;
  delete moved.reminded;
  delete moved.until;
  return { ...moved, anew };
}
