import type { Sealer } from '../../conversation/ports.ts';
import { dayOf } from '../../domain/clock.ts';
import type { CorrectedText } from '../../language/reviewing/index.ts';
import { type CorrectionsStore, reviewerPlace, type StoredText } from './corrections-store.ts';

/** A correction as it is said, with what staff see of it. */
export interface Correction extends CorrectedText {
  id: string;
  rev: number;
  changedAt: number;
}

/** The corrections of the house, in memory, as they were last read. */
export interface Corrections {
  /** Looks whether any process wrote one, and reads them all then. @returns whether something changed */
  follow(): Promise<boolean>;
  /** The same list until something changes. */
  all(): readonly Correction[];
  find(id: string): Correction | undefined;
}

/** @param told of every change, in the process that found it */
export function followed(
  store: Pick<CorrectionsStore, 'mark' | 'all'>,
  sealer: Sealer,
  told: (texts: readonly CorrectedText[]) => Promise<void>,
): Corrections {
  let mark = '';
  let known = new Map<string, Correction>();
  let list: readonly Correction[] = [];
  let following: Promise<boolean> | undefined;
  const follow = async (): Promise<boolean> => {
    const now = await store.mark();
    if (now === mark) return false;
    known = new Map((await store.all()).map((text) => [text._id, correctionOf(text, sealer)]));
    list = [...known.values()];
    await told(list);
    mark = now;
    return true;
  };
  return {
    // One at a time; who asks while another looks may have written after it looked, so it looks once more.
    async follow() {
      await following?.catch(() => false);
      following = follow();
      return following;
    },
    all: () => list,
    find: (id) => known.get(id),
  };
}

export const correctionOf = (stored: StoredText, sealer: Sealer): Correction => ({
  id: stored._id,
  lang: stored.lang,
  flow: stored.flow,
  key: stored.key,
  text: stored.text,
  state: stored.state,
  by: sealer.open(stored.by, reviewerPlace(stored._id)),
  on: dayOf(stored.changedAt),
  remark: stored.remark,
  french: stored.french,
  over: stored.over,
  rev: stored.rev,
  changedAt: stored.changedAt,
});
