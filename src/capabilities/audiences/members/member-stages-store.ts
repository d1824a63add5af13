import { mongo } from 'mongoose';
import type { MemberChange } from './changes.ts';
import { regionOf } from './member.ts';
import type { StoredMember } from './stored-store.ts';

/** Matches only what is older than a change. */
export function older({ day, via, rev }: MemberChange): mongo.Filter<StoredMember> {
  const talk = binary(via);
  return { $or: [{ day: { $lt: day } }, { day, talk: { $ne: talk } }, { day, talk, rev: { $lt: rev } }] };
}

/** Who agreed to be addressed by what they say of themselves. */
export const isUnder: mongo.Filter<StoredMember> = { told: true };

/** Who writes is reached where they write, who was brought where they are; who is away in one talk may be reached in another. */
export function standingStages(
  { via, rev, day, lang, channel, reach }: MemberChange,
  standing: NonNullable<MemberChange['standing']>,
): mongo.Document[] {
  const { agreed, stopped, away, wrote, profile } = standing;
  const talk = binary(via);
  const where = isHere(standing)
    ? { reach: binary(reach), via: talk, channel, gone: away, active: wrote ? day : NEVER }
    : { gone: { $cond: [{ $eq: ['$via', talk] }, away, { $ifNull: ['$gone', false] }] } };
  return [
    { $set: { agreed, stopped, lang, ...where, ...{ day, talk, rev } } },
    profile ? { $set: { told: true } } : { $unset: OF_SELF },
    WRITABLE,
  ];
}

/** They wrote, or were brought: they can be reached in this talk. */
export const isHere = ({ wrote, brought }: NonNullable<MemberChange['standing']>): boolean =>
  wrote || brought === true;

/** Before every day: who has not written did so within no number of them. */
const NEVER = '';

/** The one condition a send asks for, kept beside what it is made of so that an index has it. */
const WRITABLE = {
  $set: {
    writable: {
      $and: ['$agreed', { $not: ['$stopped'] }, { $not: ['$gone'] }, { $ne: ['$reach', null] }],
    },
  },
};

/** What is kept under the consent alone, and goes with it. */
const OF_SELF = ['told', 'region', 'place', 'sex', 'age', 'answers'];

/** More than these nobody is told apart by. */
const MAX_LIST = 20;

/** What a change says besides; `consented`: it is written only where the person agreed to it. */
export function aboutStages({
  said,
  themes,
  joins,
  leaves,
  notes,
}: MemberChange): { consented: boolean; stage: mongo.Document }[] {
  const stages: { consented: boolean; stage: mongo.Document }[] = [];
  if (said !== undefined) {
    const region = said.place === undefined ? {} : { region: regionOf(said.place) };
    stages.push({ consented: true, stage: { $set: { ...said, ...region } } });
  }
  for (const { question, answer } of notes ?? [])
    stages.push({ consented: true, stage: { $set: { answers: noted(question, answer) } } });
  if (themes !== undefined)
    stages.push({ consented: false, stage: { $set: { themes: themes === null ? '$$REMOVE' : themes } } });
  if (joins !== undefined)
    stages.push({ consented: false, stage: { $set: { groups: lately({ $setUnion: [GROUPS, joins] }) } } });
  if (leaves !== undefined)
    stages.push({ consented: false, stage: { $set: { groups: { $setDifference: [GROUPS, leaves] } } } });
  return stages;
}

const GROUPS = { $ifNull: ['$groups', []] };

/** A question has one answer. */
function noted(question: string, answer: string): mongo.Document {
  const others = {
    $filter: {
      input: { $ifNull: ['$answers', []] },
      cond: { $ne: [{ $indexOfCP: ['$$this', `${question}:`] }, 0] },
    },
  };
  return lately({ $concatArrays: [others, [`${question}:${answer}`]] });
}

const lately = (list: mongo.Document): mongo.Document => ({ $slice: [list, -MAX_LIST] });

const binary = (bytes: Uint8Array): mongo.Binary => new mongo.Binary(bytes);
