import fc from 'fast-check';
import { expect } from '@jest/globals';
import { Campaign, Talker } from './edited-talks.ts';
import { anEdit, type Edit } from './flow-edits.ts';

const PEOPLE = 5;
/** What happens next: an edit, somebody's turn, a publication, or the loss of an old version. */
type Moment = 'publish' | { edit: Edit; flow: number } | { who: number; n: number } | { lose: number };
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edit: anEdit, flow: fc.nat({ max: 1 }) }) },
  { weight: 2, arbitrary: fc.constant('publish' as const) },
  { weight: 12, arbitrary: fc.record({ who: fc.nat({ max: PEOPLE - 1 }), n: fc.nat({ max: 9_999 }) }) },
  { weight: 1, arbitrary: fc.record({ lose: fc.nat({ max: 99 }) }) },
);

/** Moments of a campaign, with some `edits` edits among them. */
export const moments = (edits: number): fc.Arbitrary<Moment[]> =>
  fc.array(moment, { minLength: edits * 4, maxLength: edits * 5 });

export interface Tally {
  edits: number;
  editions: number;
  refused: number;
  turns: number;
  answers: number;
  pinned: number;
  moved: number;
  ended: number;
}
export const newTally = (): Tally => ({
  edits: 0,
  editions: 0,
  refused: 0,
  turns: 0,
  answers: 0,
  pinned: 0,
  moved: 0,
  ended: 0,
});

/** Plays them, then lets everybody come to an end: nobody is stuck. */
export function playMoments(all: readonly Moment[], tally: Tally): void {
  const campaign = new Campaign();
  const people = Array.from({ length: PEOPLE }, () => new Talker(campaign));
  const turn = (talker: Talker, act: () => void): void => {
    const before = talker.session?.frames.map(({ sid, hash, flow }) => ({ sid, hash, flow })) ?? [];
    act();
    tally.turns += 1;
    tally.answers += talker.last?.events.filter(({ kind }) => kind === 'answered').length ?? 0;
    const said = talker.last?.events.flatMap((event) => (event.kind === 'said' ? event.text.key : [])) ?? [];
    tally.ended += said.filter((key) => key === 'flow_changed').length;
    for (const frame of talker.session?.frames ?? []) {
      if (
        before.some(({ sid }) => sid === frame.sid) &&
        campaign.set.flows.get(frame.flow)?.hash !== frame.hash
      )
        tally.pinned += 1;
      if (frame.sid.includes('+') && !before.some(({ sid }) => sid === frame.sid)) tally.moved += 1;
    }
  };
  people.forEach((talker) => turn(talker, () => talker.begin()));
  for (const one of all) {
    if (one === 'publish') campaign.publish();
    else if ('edit' in one) {
      // Every second edit is of a step somebody stands at: there it can go wrong.
      const stood = one.edit.n % 2 === 0 ? people[one.edit.at % PEOPLE]?.session?.frames.at(-1) : undefined;
      campaign.edit(one.flow, one.edit, stood);
      tally.edits += 1;
    } else if ('lose' in one) campaign.lose(people[one.lose % PEOPLE]?.session?.frames.at(-1));
    else {
      const talker = people[one.who];
      if (talker) turn(talker, () => talker.act(one.n));
    }
  }
  tally.editions += campaign.editions;
  tally.refused += campaign.refused;
  for (const talker of people) {
    // Two flows of twelve steps, each asked twice, one inside the other.
    for (let n = 0; n < 200 && talker.session !== null; n += 1) turn(talker, () => talker.answers(n));
    expect(talker.session).toBeNull();
  }
}
