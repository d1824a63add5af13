import { z } from 'zod';

/**
 * What a conversation knows of its person, kept in the conversation's own envelope so that a turn reads one document.
 * The `people` collection holds the same, by person, for everything that is decided over all their channels.
 */
export const profile = z.object({
  lang: z.string().optional(),
  /** Purpose → version of the text agreed to. */
  consents: z.record(z.string(), z.number().int()),
  /** "Stop" was said: nothing leaves but answers to what the person writes. */
  stopped: z.boolean(),
  /** Groups flows took this person into. */
  groups: z.array(z.string()).optional(),
  /** Fields a flow may save with `save: person.<field>`. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Profile = z.infer<typeof profile>;

export const NEW_PROFILE: Profile = Object.freeze({ consents: {}, stopped: false, fields: {} });
