import { isDeepStrictEqual } from 'node:util';
import type { FlowFile, PlacedStep } from '../../../engine/flow-file/read-flow-file.ts';
import type { CompiledFlow } from '../../../engine/flow-set.ts';
import { END, type Target } from '../../../engine/nodes/node-kind.ts';
import { place, type Written } from './written.ts';

/** A flow as written and as compiled. */
export interface Both {
  file: FlowFile;
  compiled: CompiledFlow;
}

/** Where a step leads, and not what it does. */
const LEADS = new Set(['key', 'then', 'else', 'on_fail', 'goto']);

/**
 * Two flows that take everybody the same way through the same steps: jumps only lead somewhere, so that an `end` that
 * is last, a `goto` to the next step or a branch to where the flow goes on anyway can go without a difference.
 */
export function takeTheSameWay(one: Both, other: Both): boolean {
  const [a, b] = [stepsOf(one), stepsOf(other)];
  const [downIn, downInOther] = [landings(a), landings(b)];
  const compared = new Set<string>();
  const open: [Target, Target][] = [[0, 0]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [left, right] = [downIn(pair[0]), downInOther(pair[1])];
    if (typeof left !== 'number' || typeof right !== 'number' || left === END || right === END) {
      if (!isDeepStrictEqual(left, right)) return false;
      continue;
    }
    const mark = `${left} ${right}`;
    if (compared.has(mark)) continue;
    compared.add(mark);
    const [from, to] = [a[left], b[right]];
    if (!from || !to || !isDeepStrictEqual(from.does, to.does) || from.exits.length !== to.exits.length)
      return false;
    from.exits.forEach((exit, nth) => open.push([exit, to.exits[nth] ?? END]));
  }
  return true;
}

interface Step {
  kind: string;
  /** Its kind and all that is written in it but where it leads. */
  does: readonly [string, Written];
  exits: readonly Target[];
}

function stepsOf({ file, compiled }: Both): Step[] {
  const placed = new Map(all(file.steps).map((step) => [step.key, step]));
  return compiled.steps.map(({ key, kind, node }) => {
    const path = placed.get(key)?.path ?? [];
    return { kind, does: [kind, withoutLeads(place(file.written, path) as Written)], exits: node.exits };
  });
}

const all = (steps: readonly PlacedStep[]): PlacedStep[] =>
  steps.flatMap((step) => [step, ...step.blocks.flatMap(all)]);

function withoutLeads(source: Written): Written {
  const { timeout, ...rest } = source;
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !LEADS.has(name)));
  return timeout === undefined ? kept : { ...kept, timeout: withoutLeads(timeout as Written) };
}

/**
 * Where jumps come down: `goto` and a plain `end` only lead on, and so does an `if` both of whose ways meet at once.
 * Each step is looked at once, or a row of conditions would be walked in all its ways.
 */
function landings(steps: readonly Step[]): (target: Target) => Target {
  const known = new Map<number, Target>();
  const landing = (target: Target): Target => {
    if (typeof target !== 'number' || target === END) return target;
    const step = steps[target];
    if (!step) return END;
    const before = known.get(target);
    if (before !== undefined) return before;
    // A loop of jumps comes down where it is entered.
    known.set(target, target);
    if (step.kind !== 'goto' && step.kind !== 'end' && step.kind !== 'if') return target;
    const ways = step.exits.map(landing);
    const [first] = ways;
    if (first !== undefined && leads(step, ways)) known.set(target, first);
    return known.get(target) ?? target;
  };
  return landing;
}

function leads({ kind, does: [, written] }: Step, ways: readonly Target[]): boolean {
  if (kind === 'goto') return true;
  if (kind === 'end') return Object.keys(written).length === 1;
  return kind === 'if' && ways.every((way) => isDeepStrictEqual(way, ways[0]));
}
