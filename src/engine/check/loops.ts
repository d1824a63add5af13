import type { Finding } from '../finding.ts';
import type { CompiledFlow, CompiledStep } from '../flow-set.ts';
import { END, type Target } from '../nodes/node-kind.ts';
import { atStep } from './at-step.ts';

interface Place {
  flow: CompiledFlow;
  step: CompiledStep;
  state: 'new' | 'open' | 'done';
  onward: Place[];
}

/**
 * Ways that come back to where they were without asking anything, within a flow or over several. A call is no wait:
 * it is answered within the turn. Reported at the step the circle begins with.
 */
export function loops(flows: readonly CompiledFlow[]): Finding[] {
  const found: Finding[] = [];
  for (const start of graphOf(flows)) {
    if (start.state !== 'new') continue;
    start.state = 'open';
    const way = [{ place: start, next: 0 }];
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const onward = here.place.onward[here.next];
      here.next += 1;
      if (!onward) {
        here.place.state = 'done';
        way.pop();
      } else if (onward.state === 'open') {
        const back = here.place.step.key;
        const message = `The talk comes back here from ${back} without asking: put a question in between, or end.`;
        found.push(atStep(onward.flow, onward.step, 'loop_without_wait', message));
      } else if (onward.state === 'new') {
        onward.state = 'open';
        way.push({ place: onward, next: 0 });
      }
    }
  }
  return found;
}

/** Every step that does not wait, with the steps of the same sort it can go on to. */
function graphOf(flows: readonly CompiledFlow[]): Place[] {
  const places = new Map<string, Place[]>(
    flows.map((flow) => [flow.id, flow.steps.map((step) => ({ flow, step, state: 'new', onward: [] }))]),
  );
  const all = [...places.values()].flat();
  const placeOf = (id: string, exit: Target): Place | undefined =>
    typeof exit === 'number'
      ? places.get(id)?.[exit === END ? Number.NaN : exit]
      : places.get(exit.flow)?.[0];
  const waits = ({ step: { node } }: Place): boolean => node.question !== undefined || node.waits === true;
  for (const place of all) {
    if (waits(place)) continue;
    for (const exit of place.step.node.exits) {
      const onward = placeOf(place.flow.id, exit);
      if (onward && !waits(onward)) place.onward.push(onward);
    }
  }
  return all;
}
