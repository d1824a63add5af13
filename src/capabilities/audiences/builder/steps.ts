import type { Field } from '../model/audience.ts';
import { type GroupDraft, hasRoom, MOST_NESTED, type PartDraft } from './draft.ts';

/** Where a part stands: the place in each group from the outermost on. */
export type Path = readonly number[];

/** What one press of a button changes. */
export type Step =
  | { kind: 'add'; at: Path; field: Field }
  | { kind: 'group'; at: Path }
  | { kind: 'remove'; at: Path };

/** The draft after a step; one that leads nowhere or over a limit changes nothing. */
export function stepped(draft: GroupDraft, step: Step): GroupDraft {
  if (step.kind === 'remove') return without(draft, step.at);
  if (!hasRoom(draft)) return draft;
  if (step.kind === 'add') return within(draft, step.at, { field: step.field, not: false, values: [] });
  return step.at.length >= MOST_NESTED
    ? draft
    : within(draft, step.at, { join: 'any', not: false, parts: [] });
}

/** With one more part at the end of the group that stands there. */
function within(group: GroupDraft, [next, ...rest]: Path, part: PartDraft): GroupDraft {
  if (next === undefined) return { ...group, parts: [...group.parts, part] };
  return replaced(group, next, (found) => ('parts' in found ? [within(found, rest, part)] : [found]));
}

function without(group: GroupDraft, [next, ...rest]: Path): GroupDraft {
  if (next === undefined) return group;
  if (rest.length === 0) return replaced(group, next, () => []);
  return replaced(group, next, (found) => ['parts' in found ? without(found, rest) : found]);
}

const replaced = (group: GroupDraft, at: number, by: (part: PartDraft) => PartDraft[]): GroupDraft => ({
  ...group,
  parts: group.parts.flatMap((part, place) => (place === at ? by(part) : [part])),
});

/** Where the part stands that a step has added, to begin there. */
export function freshAfter(draft: GroupDraft, step: Step | undefined): Path | undefined {
  if (step === undefined || step.kind === 'remove') return undefined;
  const group = step.at.reduce<PartDraft | undefined>(
    (found, at) => (found !== undefined && 'parts' in found ? found.parts[at] : undefined),
    draft,
  );
  return group === undefined || !('parts' in group) ? undefined : [...step.at, group.parts.length - 1];
}
