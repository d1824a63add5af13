import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';

/** Calls as a rehearsal answers them: somebody new, a code that is none, and any code is one. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: 'people.kept',
    kind: 'reads',
    params: z.strictObject({}),
    run: async () => ({
      answers: 0,
      surveys: 0,
      sheet: 0,
      signups: 0,
      subscriptions: 0,
      files: 0,
      messages: 0,
      questions: 0,
      profile: 0,
      tester: 0,
      accounts: 1,
    }),
  },
  {
    name: 'people.code',
    kind: 'reads',
    params: z.strictObject({}),
    run: async () => ({ code: 'ACDE FGHJ' }),
  },
  {
    name: 'people.accounts',
    kind: 'reads',
    params: z.strictObject({ etat: z.string().nullable() }),
    run: async () => ({ etat: 'relies' }),
  },
  {
    name: 'people.profiles',
    kind: 'reads',
    params: z.strictObject({}),
    run: async () => ({
      ...{ soleil: true, lune: false, eau: false, maison: false },
      ...{ signe: '🌞', autres: 0, libre: true },
    }),
  },
  {
    name: 'people.join',
    kind: 'reads',
    params: z.strictObject({ code: z.string() }),
    run: async () => ({ result: 'pris', jeton: 'jeton' }),
  },
];
