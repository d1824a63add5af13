import type { StaffSlots } from '../../../web/staff/index.ts';
import { PEOPLE } from './texts.ts';

/** Fewer could be somebody in particular (S12). */
const K = 5;

/** How many people have several accounts: a number is all that staff see of it. */
export const peopleSlots = (count: () => Promise<number>): StaffSlots => ({
  async overview({ frame }) {
    const several = await count();
    if (several < K) return null;
    const texts = PEOPLE[frame.lang];
    return (
      <section>
        <h2>{texts.title}</h2>
        <p>{texts.several(several)}</p>
      </section>
    );
  },
});
