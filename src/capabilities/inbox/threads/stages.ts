import type { SensitiveKind } from '../ports.ts';
import { toTheSecond } from './moments.ts';

/** A stage `$set` of an update: names of fields and what they become. */
export type Stage = Record<string, unknown>;

const literal = (value: unknown): Stage => ({ $literal: value });

/** What a thread is made with; of one that is there, what it has stays. */
export interface Fresh {
  who: unknown;
  reach: unknown;
  org: string;
  region: string | null;
  channel: string;
  lang: string;
  at: number;
}

/** Every field has a value after it, so that the stages below need to ask for none. */
export function begun({ who, reach, org, region, channel, lang, at }: Fresh): Stage {
  const kept = (field: string, otherwise: unknown): Stage => ({ $ifNull: [`$${field}`, literal(otherwise)] });
  return {
    ...{ who: kept('who', who), reach: kept('reach', reach), org: kept('org', org) },
    ...{ region: literal(region), channel: literal(channel), lang: literal(lang) },
    ...{ reason: kept('reason', ''), with: kept('with', 'bot'), closed: kept('closed', false) },
    ...{ claimedBy: kept('claimedBy', null), answering: kept('answering', null) },
    ...{ snoozedUntil: kept('snoozedUntil', null), tags: kept('tags', []), red: kept('red', null) },
    ...{ withOrder: kept('withOrder', 0), writtenOrder: kept('writtenOrder', 0) },
    ...{ answeredOrder: kept('answeredOrder', 0), unansweredSince: kept('unansweredSince', null) },
    ...{ openedAt: kept('openedAt', at), lastAt: kept('lastAt', at) },
  };
}

/** When it happened in its talk; each stage may be applied again, and late after what came later. */
export interface Moment {
  order: number;
  at: number;
}

/** The talk is a person's. Who asked for one waits from then on. */
export function handedOver({ order, at }: Moment, reason: string, byStaff: boolean): Stage {
  const since = { $ifNull: ['$unansweredSince', literal(at)] };
  const newer = (field: string, then: unknown): Stage => ifNewer('withOrder', order, then, `$${field}`);
  return {
    with: newer('with', 'staff'),
    reason: newer('reason', literal(reason)),
    withOrder: { $max: ['$withOrder', order] },
    closed: newer('closed', false),
    lastAt: { $max: ['$lastAt', at] },
    ...(!byStaff && { unansweredSince: newer('unansweredSince', since) }),
  };
}

/** Whatever is written is to be seen: a thread that sleeps or is closed is open again. */
export function written({ order, at }: Moment, red: readonly SensitiveKind[]): Stage {
  const since = { $ifNull: ['$unansweredSince', literal(at)] };
  const kinds = { $setUnion: [{ $ifNull: ['$red.kinds', []] }, literal(red)] };
  return {
    writtenOrder: { $max: ['$writtenOrder', order] },
    unansweredSince: ifNewer('answeredOrder', order, since, '$unansweredSince'),
    lastAt: { $max: ['$lastAt', at] },
    ...{ closed: false, snoozedUntil: null },
    ...(red.length > 0 && { red: { kinds, since: { $ifNull: ['$red.since', literal(at)] } } }),
  };
}

export const answered = ({ order, at }: Moment): Stage => ({
  answeredOrder: { $max: ['$answeredOrder', order] },
  unansweredSince: ifNewer('writtenOrder', order, null, '$unansweredSince'),
  lastAt: { $max: ['$lastAt', at] },
  ...{ answering: null, closed: false },
});

/** The bot has the talk: done with, unless something is red or has no answer yet. */
export function givenBack({ order, at }: Moment): Stage {
  const over = { $and: [{ $eq: ['$unansweredSince', null] }, { $eq: ['$red', null] }] };
  const then = (field: string, value: unknown): Stage =>
    ifNewer('withOrder', order, { $cond: [over, value, `$${field}`] }, `$${field}`);
  return {
    with: ifNewer('withOrder', order, 'bot', '$with'),
    withOrder: { $max: ['$withOrder', order] },
    ...{ closed: then('closed', true), claimedBy: then('claimedBy', null) },
    ...{ snoozedUntil: then('snoozedUntil', null), lastAt: { $max: ['$lastAt', at] } },
  };
}

/** What follows from the other fields; the last stage of every change. @param now when it is written */
export const derived = (now: number, day: string): Stage => ({
  state: {
    $switch: {
      branches: [
        { case: '$closed', then: 'closed' },
        { case: { $ne: ['$snoozedUntil', null] }, then: 'snoozed' },
        { case: { $ne: ['$claimedBy', null] }, then: 'claimed' },
      ],
      default: 'waiting',
    },
  },
  urgent: { $cond: [{ $ne: ['$red', null] }, 1, 0] },
  since: { $ifNull: ['$unansweredSince', '$lastAt'] },
  rev: { $add: [{ $ifNull: ['$rev', 0] }, 1] },
  ...{ changed: literal(toTheSecond(now)), day: literal(day) },
});

const ifNewer = (field: string, order: number, then: unknown, otherwise: unknown): Stage => ({
  $cond: [{ $gt: [order, `$${field}`] }, then, otherwise],
});
