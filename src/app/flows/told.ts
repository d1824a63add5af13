import type { FlowChange, RunningTalks } from '../../capabilities/flows/index.ts';
import type { Kept } from './open-flows.ts';

/** One line for whoever started Benkan: what was published by it, or why nothing was. */
export function toldOf(what: { changes: readonly FlowChange[] } | { kept: Kept }): string {
  if ('changes' in what)
    return `Flows:    published ${what.changes.map(({ flow }) => flow).join(', ')}; ${inWords(sumOf(what.changes))}`;
  return `Flows:    ${WHY_KEPT[what.kept]}`;
}

const WHY_KEPT = {
  by_hand:
    'the files differ from what is published (FLOWS_PUBLISH=by_hand); `benkan flows publish` publishes them',
  older_files:
    'another Benkan serves newer flows than these files, so those are served; `benkan flows publish` publishes these',
  taken_back:
    'somebody went back to an earlier edition, so that one is served; `benkan flows publish` publishes these files',
} as const satisfies Record<Kept, string>;

/** `312 running: 298 move, 14 pinned`. */
export function inWords({ running, move, pinned, end }: RunningTalks): string {
  if (running === 0) return 'none running';
  const ended = end === 0 ? '' : `, ${end} end, their version cannot be read any more`;
  return `${running} running: ${move} move, ${pinned} pinned${ended}`;
}

export function sumOf(changes: readonly RunningTalks[]): RunningTalks {
  const sum = (of: (change: RunningTalks) => number): number =>
    changes.reduce((all, one) => all + of(one), 0);
  return {
    running: sum(({ running }) => running),
    move: sum(({ move }) => move),
    pinned: sum(({ pinned }) => pinned),
    end: sum(({ end }) => end),
  };
}
