import type { Chance } from '../../../domain/clock.ts';
import type { DemoPart } from '../../capability.ts';
import type { SurveyOutline } from '../outline.ts';
import type { Frozen } from './freeze.ts';
import { hashOf, type Publication } from './publication.ts';
import type { PublicationsStore } from './publications-store.ts';

/** Two people, as ever; neither has an account. */
const PROPOSER = 'demo:redaction';
const PUBLISHER = 'demo:verification';
const HOUR_MS = 3_600_000;
const ID_BYTES = 12;

interface DemoDeps {
  store: PublicationsStore;
  chance: Chance;
  outlines: () => readonly SurveyOutline[];
  frozenOf: (survey: string) => Promise<Frozen | null | undefined>;
}

/** On the last day the results of each survey are published; the last survey's wait for a second person. */
export const demoPublications = ({ store, chance, outlines, frozenOf }: DemoDeps): DemoPart => ({
  deeds: (_from, to) => {
    const surveys = outlines();
    return surveys.map(({ id: survey }, at) => ({
      at: to + at,
      run: async () => {
        const frozen = await frozenOf(survey);
        // What is real already is not covered by an example.
        if (frozen == null || (await store.of(survey)).length > 0) return;
        const waits = at > 0 && at === surveys.length - 1;
        const begun: Publication = {
          ...{ id: chance.token(ID_BYTES), survey, ...frozen, hash: hashOf(frozen.table), demo: true },
          ...{ state: 'proposed', proposed: { by: PROPOSER, at: to } },
        };
        const published = { by: PUBLISHER, at: to + HOUR_MS };
        await store.add(waits ? begun : { ...begun, state: 'published', edition: 1, published });
      },
    }));
  },
  sweep: () => store.dropDemo(),
});
