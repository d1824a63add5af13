import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';
import type { Capability } from '../capability.ts';
import { type EraseDeps, eraseEffect, eraseEverywhere } from './erase.ts';
import { type PeopleFields, profileEffect } from './profile.ts';

interface Kept {
  answers: number;
  surveys: number;
  /** A volunteer's sheet, 0 or 1, and sign-ups for activities. */
  sheet?: number;
  signups?: number;
  /** To the news, 0 or 1. */
  subscriptions?: number;
}

export interface PeopleDeps extends EraseDeps {
  people: PeopleFields & EraseDeps['people'];
  /** How much is kept of a person, by kind; asked of each capability that keeps something. */
  kept: (person: string) => Promise<Kept>;
}

export interface People extends Capability {
  /** Erases a person over all their channels; for staff. Safe to repeat. */
  erase(person: string): Promise<void>;
}

/** Consent, language, "my data" and "erase". */
export function people(deps: PeopleDeps): People {
  return {
    name: 'people',
    collections: [],
    effects: [profileEffect(deps.people), eraseEffect(deps)],
    calls: [keptCall(deps)],
    staffRoutes: [],
    erase: (person) => eraseEverywhere(deps, person),
  };
}

/** In the chat only what kinds of things are kept and how many: somebody else may hold the phone (T4). */
const keptCall = ({ kept }: PeopleDeps): CallKind => ({
  name: 'people.kept',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person }) {
    const { answers, surveys, sheet = 0, signups = 0, subscriptions = 0 } = await kept(person);
    return { answers, surveys, sheet, signups, subscriptions };
  },
});
