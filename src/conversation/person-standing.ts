import type { Profile } from '../domain/person.ts';
import type { Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import type { PersonStanding } from './ports.ts';
import { ofTheHouse } from './reach.ts';
import { hasConsented } from './script.ts';

/**
 * How a person stands after a turn; `undefined` where nothing of it is new: neither what decides whether they are written
 * to, nor the day they wrote on. Of somebody who has never agreed nothing is told (T8).
 * @param day `YYYY-MM-DD`
 */
export function standingAfter(
  before: Pick<Talk, 'profile' | 'away' | 'wroteOn'>,
  after: { profile: Profile; away: boolean },
  content: EntryContent,
  day: string,
): { standing?: PersonStanding; wroteOn?: string | undefined } {
  const wrote = isWritten(content);
  const [was, is] = [before.profile, after.profile];
  const wroteOn = wrote ? day : before.wroteOn;
  const same =
    (wroteOn === before.wroteOn || !wrote) &&
    was.stopped === is.stopped &&
    was.lang === is.lang &&
    (before.away === true) === after.away &&
    sameConsents(was, is);
  if (same || !(hasConsented(was) || hasConsented(is)))
    return { wroteOn: hasConsented(is) ? wroteOn : undefined };
  const { consents, stopped } = is;
  return { wroteOn, standing: { consents, agreed: hasConsented(is), stopped, away: after.away, wrote } };
}

/** A person wrote, rather than the house itself or their platform about them. */
export const isWritten = (content: EntryContent): boolean =>
  !ofTheHouse(content) && content.kind !== 'presence';

const sameConsents = ({ consents: was }: Profile, { consents: is }: Profile): boolean =>
  was === is ||
  (Object.keys(was).length === Object.keys(is).length &&
    Object.entries(is).every(([purpose, version]) => was[purpose] === version));
