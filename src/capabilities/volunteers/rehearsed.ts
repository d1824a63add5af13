import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';
import type { CallValue, Value } from '../../engine/types.ts';

/** What a rehearsal's calls say about one activity; the words stand for what staff would write. */
interface Example {
  title: string;
  standing: { standing: 'none' | 'confirmed' | 'waiting'; position: number; ticket: number; left: number };
  claim: { result: string; position: number; ticket: number };
}

/** One of each: a place, a full one, one that needs the sheet first, and one somebody already goes to. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  match: {
    title: 'Match',
    standing: { standing: 'none', position: 0, ticket: 0, left: 5 },
    claim: { result: 'confirmed', position: 16, ticket: 16 },
  },
  causerie: {
    title: 'Causerie',
    standing: { standing: 'none', position: 0, ticket: 0, left: 0 },
    claim: { result: 'waiting', position: 3, ticket: 23 },
  },
  projection: {
    title: 'Projection',
    standing: { standing: 'none', position: 0, ticket: 0, left: 12 },
    claim: { result: 'unregistered', position: 0, ticket: 0 },
  },
  gare: {
    title: 'Gare',
    standing: { standing: 'confirmed', position: 2, ticket: 2, left: 1 },
    claim: { result: 'confirmed', position: 2, ticket: 2 },
  },
};

/** A flow the house begins has no activity in a rehearsal: it speaks as of one its person goes to. */
const exampleOf = ({ activite }: Record<string, Value>): Example | undefined =>
  activite === null ? EXAMPLES['gare'] : own(String(activite));

const own = (key: string): Example | undefined => (Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined);

const rehearsed = (name: string, run: (params: Record<string, Value>) => CallValue): CallKind => ({
  name,
  kind: 'reads',
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  run: async (params) => run(params),
});

/** Calls that answer without a database, for authors: somebody new, and four activities that are not real. */
export const rehearsedCalls: readonly CallKind[] = [
  rehearsed('volunteers.me', () => ({ registered: false, waits: false, code: 'ACDE FGHJ' })),
  rehearsed('volunteers.offered', ({ all }) =>
    Object.entries(EXAMPLES)
      .filter(([, { standing }]) => all === true || standing.standing !== 'none')
      .map(([key, { title }]) => ({ key, label: `21/11 ${title}` })),
  ),
  rehearsed('volunteers.event', (params) => {
    const example = exampleOf(params);
    if (example === undefined) return { found: false };
    return { found: true, titre: example.title, lieu: 'Bamako', quand: '2026-11-21T16:00' };
  }),
  rehearsed('volunteers.standing', (params) => {
    const example = exampleOf(params);
    if (example === undefined)
      return { state: 'unknown', standing: 'none', position: 0, ticket: 0, left: 0, hasExact: false };
    const { standing } = example;
    return { state: 'open', ...standing, hasExact: standing.standing === 'confirmed' };
  }),
  rehearsed('volunteers.exact', () => 'Bamako'),
  rehearsed('volunteers.claim', (params) => ({
    fresh: true,
    ...(exampleOf(params)?.claim ?? { result: 'unknown', position: 0, ticket: 0 }),
  })),
];
