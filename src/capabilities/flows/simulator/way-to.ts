import { deed } from '../../../conversation/rehearsal/deed.ts';
import type { Rehearsal } from '../../../conversation/rehearsal/rehearse.ts';
import type { CompiledFlow, FlowSet } from '../../../engine/flow-set.ts';
import type { AskType, Frame } from '../../../engine/types.ts';
import type { Written } from './deeds.ts';

/** Turns that are tried to find a way; the longest flow of ours takes a tenth. A page is never kept waiting for more. */
const MAX_TRIED = 600;
/** Deeds on the way: more are nobody's talk. */
const MAX_WAY = 40;

/**
 * Answers that lead from where the talk stands to a step of the flow it runs: found by playing, so that everything the
 * step reads is there, and every answer is one the bot takes. `null`: none was found.
 */
export async function wayTo(
  set: FlowSet,
  { flow, step }: { flow: string; step: string },
  from: Rehearsal,
): Promise<Written[] | null> {
  const compiled = set.flows.get(flow);
  if (compiled === undefined) return null;
  const far = distances(compiled, step);
  const seen = new Set<string>();
  let open: Place[] = [{ at: from, deeds: [], far: 0 }];
  for (let tried = 0; tried < MAX_TRIED; ) {
    const [place] = open;
    if (place === undefined) return null;
    open = open.slice(1);
    if (isThere(place.at, flow, step)) return place.deeds;
    if (place.deeds.length >= MAX_WAY) continue;
    for (const next of nextDeeds(set, place.at)) {
      tried += 1;
      const at = place.at.fork();
      await at.play(deed.parse(next));
      const deeds = [...place.deeds, next];
      if (isThere(at, flow, step)) return deeds;
      const frames = at.stands().session?.frames ?? [];
      const standing = frames.findLast((frame) => frame.flow === flow);
      const key = JSON.stringify(frames.map((frame) => [frame.flow, frame.step, frame.answers, frame.tries]));
      if (standing === undefined || seen.has(key)) continue;
      seen.add(key);
      open.push({ at, deeds, far: far.get(standing.step) ?? Infinity });
    }
    // The nearest first; of equals the one with fewer deeds.
    open.sort((one, other) => one.far - other.far || one.deeds.length - other.deeds.length);
  }
  return null;
}

interface Place {
  at: Rehearsal;
  deeds: Written[];
  far: number;
}

/** It stands there, or has just come through. */
const isThere = (at: Rehearsal, flow: string, step: string): boolean =>
  at.turned().walk.some((walked) => walked.flow === flow && walked.step === step) ||
  at.stands().session?.frames.at(-1)?.step === step;

/** Steps between each step of a flow and this one; a step that leads elsewhere has none. */
function distances({ steps, at }: CompiledFlow, step: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>([[step, 0]]);
  const target = at.get(step);
  let ring = target === undefined ? [] : [target];
  for (let far = 1; ring.length > 0; far += 1) {
    const goals = new Set(ring);
    ring = steps.flatMap(({ key, node }, index) => {
      if (found.has(key) || !node.exits.some((to) => typeof to === 'number' && goals.has(to))) return [];
      found.set(key, far);
      return [index];
    });
  }
  return found;
}

/** What somebody may do here: the buttons, an answer of each kind that tells people apart, and in the end nothing of use. */
function nextDeeds(set: FlowSet, at: Rehearsal): Written[] {
  const top = at.stands().session?.frames.at(-1);
  if (top === undefined) return [];
  if (top.staff) return [{ give_back: 'usual' }];
  if (top.until !== undefined) return [{ wait: '25h' }, { wait: '30d' }];
  const type = typeOf(set, top);
  const taps = at.offered().map((tap) => ({ tap }));
  return [...taps, ...(type === undefined ? [] : ANSWERS[type]), { say: '???' }, { wait: '25h' }];
}

function typeOf(set: FlowSet, { flow, step }: Frame): AskType | undefined {
  return set.flows.get(flow)?.questions.find((question) => question.step === step)?.type;
}

const says = (...words: string[]): Written[] => words.map((say) => ({ say }));

/** Invented answers: plain ones first, then those at the edges, where flows part. */
const ANSWERS: Readonly<Record<AskType, readonly Written[]>> = {
  choice: [],
  yes_no: [],
  scale: [],
  multi: [],
  rank: [],
  number: says('25', '12', '3', '1', '60', '2000'),
  text: says('Exemple'),
  place: says('Bamako', 'Mopti'),
  date: says('demain', 'hier', '12/05/1998'),
  phone: says('76 12 34 56'),
  photo: [{ send: 'photo' }],
  voice: [{ send: 'voice' }],
  location: [{ send: 'location' }],
};
