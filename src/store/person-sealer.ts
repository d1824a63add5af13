import { open, seal } from './keys/envelope.ts';
import type { PeopleStore } from './people.ts';

/** Seals under a person's own data key: what it sealed is noise once the person is erased, in backups too. */
export interface PersonSealing {
  /** `null`: the person was erased. */
  seal(person: string, plain: string, place: string): Promise<Buffer | null>;
  /** `null`: the person was erased. Throws a `Fault` when the bytes were changed or moved. */
  open(person: string, sealed: Uint8Array, place: string): Promise<string | null>;
}

/** For capabilities that keep class A values of a person outside the talk. */
export function personSealer(people: Pick<PeopleStore, 'keysOf'>): PersonSealing {
  const keyOf = async (person: string): Promise<Buffer | undefined> =>
    (await people.keysOf([person])).get(person);
  return {
    async seal(person, plain, place) {
      const key = await keyOf(person);
      return key === undefined ? null : seal(key, plain, place);
    },
    async open(person, sealed, place) {
      const key = await keyOf(person);
      return key === undefined ? null : open(key, sealed, place);
    },
  };
}
