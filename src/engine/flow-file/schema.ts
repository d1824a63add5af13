import { z } from 'zod';
import { GLOBAL_INTENTS } from '../../domain/language.ts';
import { LINK } from '../../domain/message.ts';
import { duration } from '../duration.ts';
import { stepSchema } from '../nodes/index.ts';
import { MAX_FLOW_PARAMS, MAX_MIGRATE } from '../limits.ts';
import { flowId, name, stepKey } from './keys.ts';

const lang = z.string().regex(/^[a-z]{2,3}$/, 'must look like fr or bm');
const MALFORMED_LINK = 'must be up to 64 of A-Z a-z 0-9 _ -';
const keyword = z.string().trim().min(1).max(40);

export const trigger = z.union(
  [
    z.strictObject({ intent: z.enum(GLOBAL_INTENTS) }),
    z.strictObject({
      keywords: z.record(lang, z.array(keyword).min(1).max(30)),
      /** The param that what stands behind the word is begun with: `rejoindre ACDE FGHJ`. */
      rest: name.optional(),
    }),
    /** What stands behind `?start=` of a link to the bot on Telegram; a param `link` is begun with it. */
    z.strictObject({
      links: z.array(z.string().regex(LINK, MALFORMED_LINK)).min(1).max(30),
      /** The param that what stands behind the link and a hyphen is begun with: `lire-ML-2026-0042`. */
      rest: name.optional(),
    }),
    z.strictObject({ event: z.enum(['first_contact', 'prompt', 'other_language', 'taken']) }),
  ],
  'must be { intent: … }, { keywords: { fr: [ … ] } }, { links: [ … ] } or { event: first_contact, prompt, other_language or taken }',
);
export type Trigger = z.infer<typeof trigger>;

/** A flow file with its steps of the given schema; see {@link flowFile} for the whole. */
export const flowFileOf = (step: z.ZodType) =>
  z.strictObject({
    /** The file's name without its ending. */
    id: flowId,
    triggers: z.array(trigger).max(20).default([]),
    /** Variables it is begun with from outside; null where a word began it. */
    params: z.array(name).max(MAX_FLOW_PARAMS, `may have at most ${MAX_FLOW_PARAMS} entries`).default([]),
    /** A side job: runs over the open talk, whose question is asked again afterwards. */
    interrupts: z.boolean().default(false),
    /** May run before consent was given. */
    before_consent: z.boolean().default(false),
    /** Languages in which every text has a recording; the checker names those that lack one. */
    audio: z.array(lang).max(10).default([]),
    /** Every answered question is an answer of this survey. */
    survey: flowId.optional(),
    /** A talk nobody has answered in for this long is over. */
    expires: duration.optional(),
    /** The author's transcripts, beside the flow. */
    tests: z
      .string()
      .regex(/^[a-z0-9.-]+\.ya?ml$/, 'must be the name of a YAML file beside the flow')
      .optional(),
    /** Where talks go on that stand at a step this file has no more: `{ old_key: new_key }`. */
    migrate: z
      .record(stepKey, stepKey)
      .refine((given) => Object.keys(given).length <= MAX_MIGRATE, `may have at most ${MAX_MIGRATE} entries`)
      .default({}),
    steps: z.array(step).min(1, 'must have a step'),
  });

/** The flow file, whole. `docs/schema/flow.json` is made from it. */
export const flowFile = flowFileOf(stepSchema);

/** The header alone: steps are read one by one, so that each fault names its step. */
export const flowHeader = flowFileOf(z.unknown());
export type FlowHeader = z.infer<typeof flowHeader>;
