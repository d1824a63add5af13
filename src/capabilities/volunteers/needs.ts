import type { Clock } from '../../domain/clock.ts';
import { inLangs } from '../../web/kit/index.ts';
import type { StaffSlots } from '../../web/staff/index.ts';
import type { VolunteersStore } from './volunteer/volunteers-store.ts';

/** Young volunteers who wait until somebody has spoken with a parent (W1). */
export const volunteerNeeds = ({
  volunteers,
  clock,
}: {
  volunteers: Pick<VolunteersStore, 'waiting'>;
  clock: Clock;
}): StaffSlots => ({
  async needs({ frame: { lang } }) {
    const asOf = clock.now();
    const count = await volunteers.waiting();
    const words = WORDS[lang].guardians(count);
    return [{ key: 'volunteers.guardians', count, words, href: '/staff/guardians', level: 'amber', asOf }];
  },
});

const WORDS = inLangs(
  {
    guardians: (n: number): string =>
      n === 1 ? 'volontaire attend l’accord d’un parent' : 'volontaires attendent l’accord d’un parent',
  },
  {
    guardians: (n) =>
      n === 1 ? 'volunteer waits for a parent’s consent' : 'volunteers wait for a parent’s consent',
  },
);
