import { Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { Standing } from '../ports.ts';
import { DELIVERY } from './texts.ts';

/** Says on every page what the month's ceiling holds back, or soon will. */
export const deliverySlots = (standing: () => Standing, owner: string): StaffSlots => ({
  async notice({ org }, lang) {
    const { level, count, most = 0 } = standing();
    if (level === 'below' || org !== owner) return null;
    const words = (value: number): string => new Intl.NumberFormat(lang).format(value);
    const texts = DELIVERY[lang];
    return (
      <Notice tone={level === 'near' ? 'warning' : 'error'}>
        <p>{level === 'near' ? texts.near(words(count), words(most)) : texts.reached(words(most))}</p>
      </Notice>
    );
  },
});
