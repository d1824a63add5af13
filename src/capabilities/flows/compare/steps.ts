import type { CompiledFlow } from '../../../engine/flow-set.ts';
import { fateOf } from '../../../engine/versions/fate.ts';
import { changedFields, type FieldChange, same } from './fields.ts';
import type { OwnStep } from './own-steps.ts';
import { type Beside, besides } from './sequence.ts';

export interface StepChange {
  kind: 'new' | 'gone' | 'changed' | 'moved';
  /** As it is now; one that is gone, as it was. */
  step: OwnStep;
  /** Of one that stayed. */
  fields: readonly FieldChange[];
  /** What becomes of a talk that stands there; absent where none can, or it is not known. */
  fate?: 'moves' | 'asked_anew' | 'pinned';
}

interface Structures {
  was: CompiledFlow | undefined;
  is: CompiledFlow | undefined;
}

/**
 * The steps that came, went, or are others now. A step is the same one where its author gave it the same key; those
 * without a key are told by what they do and where.
 */
export function changedSteps(
  was: readonly OwnStep[],
  is: readonly OwnStep[],
  structures: Structures,
): StepChange[] {
  const rows = besides(was, is, ({ name }) => name);
  const moved = new Map(rows.flatMap((row) => (row.kind === 'gone' ? [[row.was.name, row.was]] : [])));
  const come = new Set(rows.flatMap((row) => (row.kind === 'new' ? [row.is.name] : [])));
  return paired(rows).flatMap((row): StepChange[] => {
    if (row.kind === 'gone')
      return row.was.key !== undefined && come.has(row.was.name)
        ? []
        : [withFate('gone', row.was, structures)];
    const before =
      row.kind === 'same' ? row.was : row.is.key === undefined ? undefined : moved.get(row.is.name);
    if (before === undefined) return [{ kind: 'new', step: row.is, fields: [] }];
    const fields = changedFields(before.written, row.is.written);
    if (row.kind === 'new' || before.inside !== row.is.inside)
      return [{ ...withFate('moved', row.is, structures), fields }];
    return fields.length === 0 ? [] : [{ ...withFate('changed', row.is, structures), fields }];
  });
}

/** A step without a key that went where one of its kind came is the same one, changed. */
function paired(rows: readonly Beside<OwnStep>[]): Beside<OwnStep>[] {
  const taken = new Set<Beside<OwnStep>>();
  return rows.flatMap((row, at): Beside<OwnStep>[] => {
    if (taken.has(row)) return [];
    if (row.kind !== 'gone' || row.was.key !== undefined) return [row];
    const end = rows.findIndex((later, place) => place > at && later.kind === 'same');
    const partner = rows
      .slice(at + 1, end === -1 ? undefined : end)
      .find(
        (later) =>
          later.kind === 'new' && !taken.has(later) && later.is.key === undefined && alike(row.was, later.is),
      );
    if (partner?.kind !== 'new') return [row];
    taken.add(partner);
    return [{ kind: 'same', was: row.was, is: partner.is }];
  });
}

const alike = (was: OwnStep, is: OwnStep): boolean =>
  was.kind === is.kind && was.inside === is.inside && !same(was.written, is.written);

function withFate(kind: 'gone' | 'changed' | 'moved', step: OwnStep, { was, is }: Structures): StepChange {
  if (step.key === undefined || was === undefined || is === undefined) return { kind, step, fields: [] };
  const fate = fateOf(is, was, step.key);
  const told = fate.kind === 'pinned' ? 'pinned' : fate.anew ? 'asked_anew' : 'moves';
  return { kind, step, fields: [], fate: told };
}
