import type { CompiledFlow } from '../flow-set.ts';
import { stepIn } from './flow-of.ts';

/** What becomes of a talk that stands at a step of an older version of its flow. */
export type Fate =
  /** It goes on in the published version, at `to`; `anew`: what is asked there is not what was asked, so it is asked first. */
  | { kind: 'moves'; to: string; anew: boolean }
  /** It goes on in its own version, until it stands at a step the published one kept. */
  | { kind: 'pinned' };

/**
 * The rule of publishing. A step is kept where its name, its type and its choices are: then, and only then, an answer to
 * the old question is an answer to the new one. `migrate` renames a step where its target is new and asks for the same;
 * any other target is another step. Steps without a name of the author's are never kept, as their place may be another's
 * tomorrow.
 * @param own the version the talk runs; `undefined` where nobody has it any more
 */
export function fateOf(published: CompiledFlow, own: CompiledFlow | undefined, step: string): Fate {
  const before = stepIn(own, step);
  const kept = stepIn(published, step);
  const same = kept?.meaning !== undefined && kept.meaning === before?.meaning;
  if (same) return { kind: 'moves', to: step, anew: false };
  const target = stepIn(published, published.migrate.get(step) ?? '');
  if (target) {
    const renamed = before?.meaning === target.meaning && !own?.at.has(target.key);
    return { kind: 'moves', to: target.key, anew: !renamed };
  }
  // What was asked is not known any more, but that this is its successor: it is asked, and nothing is taken for its answer.
  if (own === undefined && kept?.meaning !== undefined) return { kind: 'moves', to: step, anew: true };
  return PINNED;
}

const PINNED: Fate = { kind: 'pinned' };
