import type { Fingerprint, Prompt, Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { DueDates } from '../../schedule/due-dates.ts';

/** Seals under a person's own key: erasing the key erases the words, in backups too. */
export interface PersonSealer {
  /** `null`: the person was erased. */
  seal(person: string, plain: string, place: string): Promise<Buffer | null>;
  /** `null`: the person was erased. */
  open(person: string, sealed: Uint8Array, place: string): Promise<string | null>;
}

/** What the rules of this capability need from the outside, besides the database. */
export interface Outside {
  fingerprint: Fingerprint;
  sealer: Sealer;
  persons: PersonSealer;
  clock: Clock;
  chance: Chance;
  /** IANA name of the campaign's time zone. */
  zone: string;
  dues: DueDates;
  prompt: Prompt;
}
