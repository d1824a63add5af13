import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { MembersStore } from './members-store.ts';

/** What somebody has said of themselves, to be shown to them and changed; `''` where they have not. */
export const meCall = (members: Pick<MembersStore, 'find'>, key: (person: string) => Buffer): CallKind => ({
  name: 'audience.me',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person }) {
    const found = await members.find(key(person));
    const { place = '', age = '', sex = '' } = found ?? {};
    return { dit: found?.told === true, lieu: place, age, sexe: sex };
  },
});
