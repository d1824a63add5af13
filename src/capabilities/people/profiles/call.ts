import { z } from 'zod';
import { ALONE, SIGNS } from '../../../conversation/phone/on-phone.ts';
import type { CallKind, Speaker } from '../../../conversation/ports.ts';

/**
 * Who shares the phone, for a flow that asks who it is: which signs are somebody's, the sign of whoever talks in words, how
 * many others there are, and whether there is room for one more. Nothing of what anybody answered (T4).
 */
export const profilesCall = (speaker: Pick<Speaker, 'say'>): CallKind => ({
  name: 'people.profiles',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { phone = ALONE, lang }) {
    const { sign, others } = phone;
    const taken = SIGNS.map((one) => [one, one === sign || others.includes(one)] as const);
    return {
      ...Object.fromEntries(taken),
      signe: speaker.say(lang, { flow: 'bot', key: `phone.signs.${sign}` }),
      autres: others.length,
      libre: others.length + 1 < SIGNS.length,
    };
  },
});
