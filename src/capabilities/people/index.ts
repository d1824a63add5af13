import { z } from 'zod';
import type { CallKind, Speaker } from '../../conversation/ports.ts';
import type { Group } from '../../store/joined-people.ts';
import type { Capability } from '../capability.ts';
import { type EraseDeps, eraseEffect, eraseEverywhere } from './erase.ts';
import { lately } from '../../domain/lately.ts';
import { type Joining, joining, type JoiningParts } from './joining/index.ts';
import { peopleSlots } from './pages/slots.tsx';
import { type PeopleFields, profileEffect } from './profile.ts';
import { profilesCall } from './profiles/call.ts';
import { leaveEffect } from './profiles/leave.ts';

/** How often everybody is gone over for one number. */
const COUNT_EVERY_MS = 60_000;

export { CODE_LIVES_MS, codeOf, readCode, spaced, trierKey } from './joining/code.ts';
export { type TriesStore, triesStore } from './joining/tries-store.ts';

interface Kept {
  answers: number;
  surveys: number;
  /** A volunteer's sheet, 0 or 1, and sign-ups for activities. */
  sheet?: number;
  signups?: number;
  /** To the news, 0 or 1. */
  subscriptions?: number;
  /** Voices and photos. */
  files?: number;
  /** With a person of the team. */
  messages?: number;
  /** That were passed to an office. */
  questions?: number;
  /** What they said of themselves, 0 or 1. */
  profile?: number;
  /** They receive tests of drafts, 0 or 1. */
  tester?: number;
}

export interface PeopleDeps extends Omit<EraseDeps, 'groupOf'> {
  speaker: Pick<Speaker, 'say'>;
  people: PeopleFields & EraseDeps['people'] & JoiningParts['people'];
  /** How much is kept of a person, by kind; asked of each capability that keeps something. */
  kept: (person: string) => Promise<Kept>;
  /** What makes people with several accounts one. */
  joining: Omit<JoiningParts, 'people' | 'erase'>;
}

export interface People extends Capability {
  /** Erases a person over all their channels; for staff. Safe to repeat. */
  erase(person: string): Promise<void>;
}

/** Consent, language, "my data" and "erase"; several accounts that are one person. */
export function people(deps: PeopleDeps): People {
  const groupOf = (person: string): Promise<Group> => deps.joining.joined.groupOf(person);
  const join: Joining = joining({ ...deps.joining, people: deps.people, erase: (person) => erase(person) });
  const all = { ...deps, groupOf, erasers: [...deps.erasers, join.forget] };
  const erase = (person: string): Promise<void> => eraseEverywhere(all, person);
  const { joined } = deps.joining;
  const leaving = leaveEffect({ ...all, erase, leave: (who, id) => joined.leave(who, id) });
  // It reads everybody, and hardly changes.
  const several = lately(deps.joining.clock, COUNT_EVERY_MS, () => joined.count());
  return {
    name: 'people',
    collections: join.collections,
    effects: [profileEffect(deps.people, join.share), eraseEffect(all), leaving, ...join.effects],
    calls: [keptCall({ ...deps, groupOf }), profilesCall(deps.speaker), ...join.calls],
    dues: join.dues,
    staffRoutes: [],
    staffSlots: peopleSlots(async () => (await several()).seen),
    erase,
  };
}

/** In the chat only what kinds of things are kept and how many: somebody else may hold the phone (T4). */
const keptCall = ({ kept, groupOf }: Pick<PeopleDeps, 'kept'> & Pick<EraseDeps, 'groupOf'>): CallKind => ({
  name: 'people.kept',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person }) {
    const { answers, surveys, ...some } = await kept(person);
    const { sheet = 0, signups = 0, subscriptions = 0, files = 0, messages = 0, questions = 0 } = some;
    const { profile = 0, tester = 0 } = some;
    const accounts = (await groupOf(person)).conversations.length;
    return {
      ...{ answers, surveys, sheet, signups, subscriptions, files, messages, questions },
      ...{ profile, tester, accounts },
    };
  },
});
