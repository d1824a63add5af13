import { z } from 'zod';
import type { EffectContext, EffectKind } from '../../conversation/ports.ts';

/** The store's part of it. */
export interface PeopleFields {
  update(patches: readonly { person: string; set: Record<string, unknown> }[]): Promise<void>;
}

/** Takes a decision into the other talks of whoever made it. */
export type Share = (
  whose: Pick<EffectContext, 'person' | 'conversation'>,
  path: string,
  value: unknown,
) => Promise<void>;

const params = z.strictObject({
  path: z.string().regex(/^(lang|stopped|consents\.[a-z0-9_]+|fields\.[a-z][a-z0-9_]*)$/),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
type ProfileParams = z.infer<typeof params>;

/** Class B fields beside the key; whatever else a flow saves of a person stays in the talk's envelope. */
const KEPT_BY_PERSON = /^(lang|stopped|consents\.)/;

/**
 * What is decided over all channels of a person (language, consent, stop) follows the talk into `people`, and into their
 * other talks where they have any. Repeating it writes the same; the newest turn of a conversation is applied last.
 */
export const profileEffect = (people: PeopleFields, share: Share): EffectKind<ProfileParams> => ({
  name: 'people.profile',
  params,
  from: (event) =>
    event.kind === 'profile_changed' && KEPT_BY_PERSON.test(event.path)
      ? [{ path: event.path, value: event.value }]
      : [],
  async apply(batch) {
    await people.update(
      batch.map(({ context, params: { path, value } }) => ({
        person: context.person,
        set: { [path]: value },
      })),
    );
    for (const {
      context,
      params: { path, value },
    } of batch)
      if (context.joined) await share(context, path, value);
  },
});
