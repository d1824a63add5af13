import { type Dice, diceOf } from '../people/dice.ts';
import { type DemoPerson, inventPerson } from '../people/person.ts';
import { PATIENT, type Sitting, type Wish } from './sitting.ts';
import { withConcerns } from './with-concerns.ts';

/** Three months. */
export const CAMPAIGN_DAYS = 91;

/** Who takes up the phone when and for what, in the order of the days. */
export function planSittings(seed: number, people: number): Sitting[] {
  const all = Array.from({ length: people }, (_none, number) => sittingsOf(seed, inventPerson(seed, number)));
  return withConcerns(all)
    .flat()
    .sort((a, b) => a.day - b.day);
}

function sittingsOf(seed: number, person: DemoPerson): Sitting[] {
  const dice = diceOf(seed, 'sittings', person.number);
  const first = arrival(dice);
  if (person.begins !== 'agrees') return [{ person, day: first, turn: 0, wishes: [], patience: PATIENT }];
  const hurried = dice.is(0.13);
  const visits: Omit<Sitting, 'person' | 'turn'>[] = [
    { day: first, wishes: firstWishes(dice), patience: hurried ? dice.between(1, 3) : PATIENT },
  ];
  // Half of those who broke off come back and finish.
  if (hurried && dice.is(0.5))
    visits.push({ day: first + dice.between(1, 5), wishes: ['survey'], patience: PATIENT });
  for (
    let day = first + dice.between(3, 20);
    day < CAMPAIGN_DAYS && dice.is(0.68);
    day += dice.between(4, 18)
  )
    visits.push({ day, wishes: [laterWish(dice), ...askedToo(seed, person, day)], patience: PATIENT });
  const last = visits.at(-1)?.day ?? first;
  if (dice.is(0.06))
    visits.push({ day: last + 1, wishes: [dice.is(0.2) ? 'erase' : 'stop'], patience: PATIENT });
  return visits
    .filter(({ day }) => day < CAMPAIGN_DAYS)
    .sort((a, b) => a.day - b.day)
    .map((visit, turn) => ({ ...visit, person, turn }));
}

/** Word goes round: the beginning, a radio programme in the second month, a match in the third. */
function arrival(dice: Dice): number {
  const wave = dice.weighed({ beginning: 30, radio: 25, match: 15, anytime: 30 });
  const [from, to] = WAVES[wave];
  return dice.between(from, to);
}

const WAVES = {
  beginning: [0, 14],
  radio: [34, 44],
  match: [66, 72],
  anytime: [0, CAMPAIGN_DAYS - 3],
} as const;

function firstWishes(dice: Dice): Wish[] {
  const wishes: Wish[] = dice.is(0.84) ? ['survey'] : ['help'];
  if (dice.is(0.16)) wishes.push('volunteer');
  if (dice.is(0.3)) wishes.push('news');
  if (dice.is(0.12)) wishes.push('chatter');
  return wishes;
}

/** What some of those who come back ask besides; by dice of its own, so that the rest of their lives stays as it was. */
function askedToo(seed: number, { number }: DemoPerson, day: number): Wish[] {
  const dice = diceOf(seed, 'asks', number * CAMPAIGN_DAYS + day);
  return dice.is(0.16) ? [dice.is(0.75) ? 'question' : 'timeline'] : [];
}

const laterWish = (dice: Dice): Wish =>
  dice.weighed({ news: 34, events: 32, volunteer: 22, survey: 6, help: 4, chatter: 2 });
