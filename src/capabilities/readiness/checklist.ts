import type { Sealer } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import { lately, type Seen } from '../../domain/lately.ts';
import { type Facts, isByHand, isDone, type Line, LINES } from './lines.ts';
import type { Mark, Marks } from './marks-store.ts';

/** One line, and how it stands. */
export interface Checked {
  line: Line;
  done: boolean;
  /** Who said so, and when; of lines that are ticked by hand. */
  mark?: Mark | undefined;
}

export interface Checklist {
  lines: readonly Checked[];
  /** How many are not done. */
  open: number;
  facts: Facts;
  /** Opened all the same; `reason` is `null` where the key it was sealed under is gone. */
  waiver?: (Mark & { reason: string | null }) | undefined;
}

export interface Checking {
  read(): Promise<Checklist>;
  /** The same, remembered for a while: asked for at every page. */
  lately(): Promise<Seen<Checklist>>;
  /** What was remembered holds no more. */
  changed(): void;
}

interface CheckingDeps {
  marks: Pick<Marks, 'all'>;
  facts: () => Promise<Facts>;
  sealer: Sealer;
  clock: Clock;
}

const REMEMBERED_MS = 30_000;
/** Where the words of a waiver belong. */
export const WAIVER_PLACE = 'readiness/reason/waiver';

/** How ready the campaign is (W15): computed from the data where they tell, ticked by a named person where they don't. */
export function checking({ marks, facts, sealer, clock }: CheckingDeps): Checking {
  const read = async (): Promise<Checklist> => {
    const [known, stored] = await Promise.all([facts(), marks.all()]);
    const lines = LINES.map((line): Checked => {
      if (!isByHand(line)) return { line, done: isDone(line, known) };
      const mark = stored.marks.get(line);
      return { line, done: mark !== undefined, mark };
    });
    const { waiver } = stored;
    return {
      ...{ lines, facts: known, open: lines.filter(({ done }) => !done).length },
      ...(waiver !== undefined && {
        waiver: { by: waiver.by, at: waiver.at, reason: opened(sealer, waiver.reason) },
      }),
    };
  };
  let remembered = lately(clock, REMEMBERED_MS, read);
  return {
    read,
    lately: () => remembered(),
    changed() {
      remembered = lately(clock, REMEMBERED_MS, read);
    },
  };
}

function opened(sealer: Sealer, reason: Buffer): string | null {
  try {
    return sealer.open(reason, WAIVER_PLACE);
  } catch {
    return null;
  }
}
