import { type Chance, dayOf } from '../../../domain/clock.ts';
import type { DemoDeed } from '../../capability.ts';
import type { Audience } from '../model/audience.ts';
import type { SavedStore } from './saved-store.ts';

/** Has no account. */
const AUTHOR = 'demo:redaction';

/** Two audiences as a campaign saves them; both are marked. */
export const demoAudiences = (
  { store, chance }: { store: Pick<SavedStore, 'insert'>; chance: Chance },
  from: number,
  org: string,
): DemoDeed[] =>
  EXAMPLES.map(({ name, audience }) => ({
    at: from,
    run: () =>
      store.insert({
        ...{ id: chance.token(12), org, name, audience, scope: {}, author: AUTHOR, rev: 1 },
        ...{ changedAt: from, changedOn: dayOf(from), demo: true },
      }),
  }));

const EXAMPLES: readonly { name: string; audience: Audience }[] = [
  {
    name: 'Exemple : jeunes femmes du Nord',
    audience: {
      all: [
        { field: 'region', in: ['gao', 'kidal', 'tombouctou'] },
        { field: 'sex', in: ['femme'] },
        { field: 'age', in: ['18-24', '25-35'] },
      ],
    },
  },
  {
    name: 'Exemple : bambara, hors Bamako',
    audience: {
      all: [{ field: 'lang', in: ['bm'] }, { not: { field: 'region', in: ['bamako'] } }],
    },
  },
];
