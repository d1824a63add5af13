import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import { askedFor } from '../places/effects.ts';
import type { PersonSealer } from '../ports.ts';
import type { Fingerprint } from '../../../conversation/ports.ts';
import { isMinor } from './band.ts';
import {
  guardianCode,
  LANGUAGES,
  nicknamePlace,
  type Registration,
  registration,
  RULES_VERSION,
  volunteerId,
} from './volunteer.ts';
import type { VolunteersStore } from './volunteers-store.ts';

export interface SheetDeps {
  volunteers: VolunteersStore;
  fingerprint: Fingerprint;
  persons: PersonSealer;
}

/** Somebody signed up, or filled the sheet in anew. A minor's sheet waits for the guardian (docs/decisions/guardians.md). */
export const registerEffect = ({
  volunteers,
  fingerprint,
  persons,
}: SheetDeps): EffectKind<Registration> => ({
  name: 'volunteers.register',
  params: registration,
  from: (event) => askedFor(event, 'volunteers.register', registration),
  async apply(batch) {
    for (const { context, params } of batch) {
      const _id = volunteerId(fingerprint, context.person);
      const { nickname, band, sex, place, skill, available, member } = params;
      const sealed = await persons.seal(context.person, nickname, nicknamePlace(_id));
      // Erased between the turn and now: nothing is kept.
      if (sealed === null) continue;
      const minor = isMinor(params.band, context.day, context.day);
      await volunteers.put(
        {
          ...{ band, sex, place, skill, available, member },
          _id,
          nickname: sealed,
          bandDay: context.day,
          languages: context.lang === 'bm' ? 'bm' : 'fr',
          rules: RULES_VERSION,
          day: context.day,
        },
        minor ? { state: 'asked', code: guardianCode(fingerprint, _id) } : null,
      );
    }
  },
});

const spoken = z.strictObject({ langues: z.enum(LANGUAGES) });

/** What the sign-up did not ask: the languages spoken. */
export const languagesEffect = ({
  volunteers,
  fingerprint,
}: SheetDeps): EffectKind<z.infer<typeof spoken>> => ({
  name: 'volunteers.languages',
  params: spoken,
  from: (event) => askedFor(event, 'volunteers.languages', spoken),
  async apply(batch) {
    for (const { context, params } of batch)
      await volunteers.change(volunteerId(fingerprint, context.person), {
        languages: params.langues,
        day: context.day,
      });
  },
});

const nothing = z.strictObject({});

/** Somebody leaves: the sheet and every sign-up are deleted, the places go to the next. */
export const leaveEffect = (
  eraseFor: (person: string) => Promise<number>,
): EffectKind<Record<string, never>> => ({
  name: 'volunteers.leave',
  params: nothing,
  from: (event) => askedFor(event, 'volunteers.leave', nothing),
  async apply(batch) {
    for (const { context } of batch) await eraseFor(context.person);
  },
});
