import { z } from 'zod';
import type { EffectItem, EffectKind, Fingerprint, Passage, Sealer } from '../../../conversation/ports.ts';
import type { EngineEvent, Value } from '../../../engine/types.ts';
import { CHOOSE, readWish, SUBSCRIBE, THEMES, UNSUBSCRIBE } from '../../updates/index.ts';
import { NOTE, SAY } from '../offers.ts';
import { BANDS, memberKey, orderIn, PROFILE_PURPOSE, sealReach, SEXES, viaKey } from './member.ts';

/** More than a few answers would be a record of a person's opinions. */
const MAX_NOTES = 8;

const slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/u);
const place = z.string().regex(/^[a-z][a-z0-9-]{0,39}(\/[a-z][a-z0-9-]{0,39})?$/u);
/** What is left out stays as it was. */
const said = z.strictObject({
  place: place.optional(),
  sex: z.enum(SEXES).optional(),
  age: z.enum(BANDS).optional(),
});
const note = z.strictObject({ question: slug, answer: slug });

const params = z.strictObject({
  /** Whether and where they may be written to. */
  standing: z
    .strictObject({
      agreed: z.boolean(),
      stopped: z.boolean(),
      away: z.boolean(),
      wrote: z.boolean(),
      brought: z.literal(true).optional(),
      /** They agreed that what they say of themselves decides what they are told. */
      profile: z.boolean(),
    })
    .optional(),
  said: said.optional(),
  /** Themes of the news they want; `null`: no news. */
  themes: z.array(z.enum(THEMES)).nullable().optional(),
  joins: z.array(slug).optional(),
  leaves: z.array(slug).optional(),
  notes: z.array(note).max(MAX_NOTES).optional(),
});
type Params = z.infer<typeof params>;

/** What a turn changed of one member. */
export interface MemberChange extends Params {
  id: Buffer;
  lang: string;
  channel: string;
  day: string;
  /** The talk it came from, and the order within it. */
  via: Buffer;
  rev: number;
  reach: Buffer;
}

/** Nobody waits for it, so that the changes of many talks are written together. */
const GATHER_MS = 400;

/**
 * The house learns of a member with the turns they talk in anyway: one effect a turn at most, and of a turn that changes
 * nothing, none but the first of a day.
 */
export const memberEffect = (deps: {
  fingerprint: Fingerprint;
  sealer: Sealer;
  change(changes: readonly MemberChange[]): Promise<void>;
}): EffectKind<Params> => ({
  name: 'audiences.member',
  gatherMs: GATHER_MS,
  params,
  from: () => [],
  fromTurn(passage) {
    const change = changeIn(passage);
    return Object.keys(change).length === 0 ? [] : [change];
  },
  async apply(batch) {
    if (batch.length > 0) await deps.change(batch.map((item) => changeOf(item, deps)));
  },
});

function changeIn({ standing, events }: Passage): Params {
  const change: Params = {};
  if (standing !== undefined) {
    const { consents, ...is } = standing;
    change.standing = { ...is, profile: (consents[PROFILE_PURPOSE] ?? 0) > 0 };
  }
  for (const event of events)
    if (event.kind === 'profile_changed') inGroup(change, event);
    else if (event.kind === 'asked_for') askedFor(change, event.effect, event.params);
  return change;
}

function inGroup(change: Params, { path, value }: Extract<EngineEvent, { kind: 'profile_changed' }>): void {
  if (!path.startsWith(GROUPS)) return;
  const group = slug.safeParse(path.slice(GROUPS.length));
  if (!group.success) return;
  const which = value === null || value === false ? 'leaves' : 'joins';
  change[which] = [...(change[which] ?? []), group.data];
}

function askedFor(change: Params, effect: string, asked: Readonly<Record<string, Value>>): void {
  if (effect === SAY) {
    const { what, value } = asked;
    const read = said.safeParse({ [String(what)]: value });
    if (read.success) change.said = { ...change.said, ...read.data };
  } else if (effect === NOTE) {
    const read = note.safeParse({ question: asked['question'], answer: asked['answer'] });
    if (read.success && (change.notes ?? []).length < MAX_NOTES)
      change.notes = [...(change.notes ?? []), read.data];
  } else if (effect === UNSUBSCRIBE) change.themes = null;
  else if (effect === SUBSCRIBE) change.themes = [...THEMES];
  else if (effect === CHOOSE) {
    const wish = readWish(asked);
    if (wish !== undefined) change.themes = wish.themes.length === 0 ? [...THEMES] : [...wish.themes];
  }
}

const GROUPS = 'groups.';

function changeOf(
  { context, params: changed, rev }: EffectItem<Params>,
  { fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer },
): MemberChange {
  const { person, conversation, lang, channel, day } = context;
  const id = memberKey(fingerprint, person);
  return {
    ...{ ...changed, id, lang, channel, day },
    via: viaKey(fingerprint, conversation),
    rev: orderIn(fingerprint, conversation, rev),
    reach: sealReach(sealer, id, conversation),
  };
}
