import { type Concern, CONCERNS } from './concerns.ts';
import { PATIENT, type Sitting } from './sitting.ts';

/**
 * Gives each concern to somebody who speaks its language, has been there before and stays. From that day on they have a
 * talk with a person, and come for nothing else.
 */
export function withConcerns(visits: readonly Sitting[][]): Sitting[][] {
  const given = new Map<Sitting[], Sitting[]>();
  for (const concern of CONCERNS) {
    const theirs = visits.find((each) => !given.has(each) && couldAsk(each, concern));
    if (theirs !== undefined) given.set(theirs, asking(theirs, concern));
  }
  return visits.map((each) => given.get(each) ?? each);
}

function couldAsk(visits: readonly Sitting[], { lang, sittings }: Concern): boolean {
  const [first] = visits;
  if (first === undefined || first.person.lang !== lang || first.person.begins !== 'agrees') return false;
  if (first.day >= firstDay(sittings)) return false;
  // Who broke off in the middle of a question would give it the words that ask for a person.
  return visits.every(
    ({ wishes, patience }) => patience === PATIENT && !wishes.includes('stop') && !wishes.includes('erase'),
  );
}

function asking(visits: readonly Sitting[], { sittings }: Concern): Sitting[] {
  const before = visits.filter(({ day }) => day < firstDay(sittings));
  const last = before.at(-1);
  if (last === undefined) return [...visits];
  const theirs = sittings.map(({ day, says }, index): Sitting => {
    const turn = before.length + index;
    return { person: last.person, day, turn, wishes: index === 0 ? ['person'] : [], patience: PATIENT, says };
  });
  return [...before, ...theirs];
}

const firstDay = ([first]: Concern['sittings']): number => first?.day ?? Infinity;
