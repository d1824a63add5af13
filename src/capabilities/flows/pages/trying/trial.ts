import type { Preview } from '../../../../domain/shown.ts';
import type { Lang } from '../../../../domain/language.ts';
import type { Opening, Replayed } from '../../simulator/replay.ts';
import type { TestCase } from '../../simulator/test-case.ts';
import type { Page } from '../page.ts';

/** Where the whole bot is tried. */
export const TRIAL = '/staff/flow-trial';

/** Why something that was asked for was not done. */
export type Lost = 'unknown' | 'tooLong' | 'past' | 'nothingToUndo' | 'unknownStep' | 'noWay';

/** One page of a talk that is tried. */
export interface Trial {
  page: Page;
  opening: Opening;
  lang: Lang;
  played: Replayed;
  /** Steps that can be jumped to, in the order of the file. */
  steps: readonly { key: string; label: string }[];
  /** Where it is played: the address of the page and of its forms. */
  here: string;
  previews: readonly Preview[];
  /** The channel it is shown as; absent: what is said. */
  as?: Preview | undefined;
  /** The step that was jumped to, and how many of the first deeds were invented for it. */
  jumped?: { step: string; deeds: number } | undefined;
  testCase: TestCase | null;
  lost?: Lost | undefined;
  /** What the refusal is about. */
  about?: string | undefined;
}
