import { dayOf, type Chance } from '../../../domain/clock.ts';
import { demoEntry, type EntriesStore } from '../../approved/index.ts';
import type { DemoPart } from '../../capability.ts';
import { NATIONAL } from '../milestones/milestone.ts';

const DAY_MS = 86_400_000;

/** Two invented steps on the way: one that two people stand for, and one that waits for the second of them. */
export const demoMilestones = (deps: { store: EntriesStore; chance: Chance }): DemoPart => ({
  deeds: (from, _to, org) =>
    EXAMPLES.map(({ words, waits }, index) => {
      const at = from + (index + 1) * DAY_MS;
      const content = {
        ...{ date: dayOf(at), phase: 'mise_en_oeuvre', theme: 'charte', lieu: NATIONAL, fr_texte: words },
        ...{ source: 'Exemple de la démonstration', confiance: 'provisional' },
      };
      return { at, run: () => demoEntry(deps, { org, content, at, waits }) };
    }),
  sweep: () => deps.store.dropDemo(),
});

const EXAMPLES = [
  { words: 'Exemple : des jeunes lisent la charte dans dix communes.', waits: false },
  { words: 'Exemple : une radio dit la charte en bambara.', waits: true },
] as const;
