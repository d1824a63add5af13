import type { StaffSlots } from '../../../web/staff/index.ts';
import { PEOPLE_FR } from './texts.fr.ts';

/** Fewer could be somebody in particular (S12). */
const K = 5;

/** How many people have several accounts: a number is all that staff see of it. */
export const peopleSlots = (count: () => Promise<number>): StaffSlots => ({
  async overview() {
    const several = await count();
    if (several < K) return null;
    return (
      <section>
        <h2>{PEOPLE_FR.title}</h2>
        <p>{PEOPLE_FR.several(several)}</p>
      </section>
    );
  },
});
