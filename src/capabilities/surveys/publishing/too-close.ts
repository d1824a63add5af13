import { type Publication } from './publication.ts';
import { PUBLIC_K } from './public-table.ts';

type Frozen = Pick<Publication, 'table' | 'bases'>;

/**
 * Whether somebody could subtract one edition of a survey from another and be left with fewer than ten people (S12).
 * Where nobody answered anew, the question has to read exactly as it did; and what was read once is known for good, so a
 * withdrawn edition counts like any other.
 */
export function isTooClose(next: Frozen, before: Frozen): boolean {
  const apart = Math.abs(next.bases.started - before.bases.started);
  if (apart < PUBLIC_K) return true;
  return next.table.questions.some((question) => {
    const former = before.table.questions.find((one) => one.question === question.question);
    if (former === undefined || former.least === null || question.least === null) return false;
    const [now, then] = [baseOf(next, question.question), baseOf(before, question.question)];
    if (now !== then) return Math.abs(now - then) < PUBLIC_K;
    return JSON.stringify(question.lines.map(told)) !== JSON.stringify(former.lines.map(told));
  });
}

const baseOf = ({ bases }: Frozen, question: string): number => bases.questions[question] ?? 0;

const told = ({ key, percent }: { key: string; percent: number | null }): unknown => [key, percent];
