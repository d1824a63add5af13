import type { Clock } from '../../domain/clock.ts';
import { inLangs } from '../../web/kit/index.ts';
import type { StaffSlots } from '../../web/staff/index.ts';
import type { Letters } from './ports.ts';

/** Messages nothing could be made of: their people wait for an answer (W1, T29). */
export const deliveryNeeds = (lettersOf: (org: string) => Letters, clock: Clock): StaffSlots => ({
  async needs({ person: { org }, frame: { lang } }) {
    const asOf = clock.now();
    const count = await lettersOf(org).count();
    const words = WORDS[lang].letters(count);
    return [{ key: 'delivery.dead_letters', count, words, href: '/staff/delivery', level: 'red', asOf }];
  },
});

const WORDS = inLangs(
  {
    letters: (n: number): string =>
      n === 1 ? 'message mis de côté, à rejouer' : 'messages mis de côté, à rejouer',
  },
  { letters: (n) => (n === 1 ? 'message set aside, to be replayed' : 'messages set aside, to be replayed') },
);
