import type { Profile } from '../domain/person.ts';
import type { Session } from '../engine/types.ts';
import type { EntryContent } from './entry.ts';
import type { Passage } from './ports.ts';
import { openFrame } from './route.ts';
import { hasConsented } from './script.ts';

/** A voice that waits for its person's consent, and one that is to be kept now. */
export interface Spoken {
  unheard?: { file: string };
  sent?: NonNullable<Passage['sent']>;
}

/**
 * Many begin with their voice. It is kept for staff only once the person has agreed: until then its name waits in the
 * talk, the newest alone, and is forgotten when the talk ends without consent. Where a question was open, the voice was
 * an answer or none, and is not kept beside it.
 */
export function spokenIn(
  content: EntryContent,
  before: { session: Session | null; unheard?: { file: string } | undefined },
  after: { session: Session | null; profile: Profile },
): Spoken {
  const fresh =
    content.kind === 'media' && content.media === 'voice' && openFrame(before.session) === undefined
      ? content.id
      : undefined;
  const file = fresh ?? before.unheard?.file;
  if (file === undefined) return {};
  if (hasConsented(after.profile)) return { sent: { media: 'voice', file } };
  return after.session === null ? {} : { unheard: { file } };
}
