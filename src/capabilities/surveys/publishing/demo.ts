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

/**
 * On the last day the results of each survey that says something are published; where there are several, the last ones wait
 * for a second person.
 */
export const demoPublications = ({ store, chance, outlines, frozenOf }: DemoDeps): DemoPart => ({
  deeds: (_from, to) => [
    {
      at: to,
      async run() {
        const told: Frozen[] = [];
        for (const { id } of outlines()) {
          const frozen = await frozenOf(id);
          // What is real already is not covered by an example.
          const isReal = (await store.of(id)).length > 0;
          if (frozen != null && !isReal && frozen.table.questions.some(({ least }) => least !== null))
            told.push(frozen);
        }
        for (const [at, frozen] of told.entries()) {
          const waits = at > 0 && at === told.length - 1;
          await store.add(example(frozen, chance.token(ID_BYTES), to, waits));
        }
      },
    },
  ],
  sweep: () => store.dropDemo(),
});

function example(frozen: Frozen, id: string, at: number, waits: boolean): Publication {
  const begun: Publication = {
    ...{ id, survey: frozen.table.survey, ...frozen, hash: hashOf(frozen.table), demo: true },
    ...{ state: 'proposed', proposed: { by: PROPOSER, at } },
  };
  const published = { by: PUBLISHER, at: at + HOUR_MS };
  return waits ? begun : { ...begun, state: 'published', edition: 1, published };
}
