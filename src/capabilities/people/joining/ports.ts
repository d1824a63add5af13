import type { Fingerprint, Prompt, Sealer } from '../../../conversation/ports.ts';
import type { Talk } from '../../../conversation/conversation.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Profile } from '../../../domain/person.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Group, JoinedPeople } from '../../../store/joined-people.ts';
import type { PeopleStore } from '../../../store/people.ts';

/** A capability's part of two people becoming one, or one becoming two again. Both are safe to repeat. */
export interface Owned {
  /**
   * Whatever is kept of `from` is kept of `to` from then on, as if they had always been one person: where both had it,
   * what each would have replaced goes. Comes again for what was still on its way.
   */
  unite: (from: string, to: string) => Promise<void>;
  /** Somebody leaves `from` with a talk of theirs and is `to` from then on; `staying`: a talk that is still theirs. */
  part?: (leaving: { from: string; to: string; conversation: string; staying: string }) => Promise<void>;
}

/** Talks, as joining needs them. */
export interface Talks {
  /** `null`: there is none any more. */
  profileOf(conversation: string): Promise<Profile | null>;
  rewrite(
    conversation: string,
    rewriting: { of: readonly string[]; to: string; change: (talk: Talk) => Talk },
  ): Promise<'rewritten' | 'gone'>;
}

export interface JoiningDeps {
  joined: Pick<JoinedPeople, 'groupOf' | 'unite' | 'leave' | 'dropKeys' | 'decided' | 'count'>;
  people: Pick<PeopleStore, 'createAs' | 'drop' | 'update'>;
  talks: Talks;
  owned: readonly Owned[];
  dues: DueDates;
  prompt: Prompt;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  /** Erases a person over all their channels. */
  erase: (person: string) => Promise<void>;
}

export type { Group };
