import type { Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';

/** Whether the person is out of reach after this: they said so, or wrote, or nothing is new about it. */
export function awayAfter(before: Talk['away'], content: EntryContent): Talk['away'] {
  if (content.kind === 'presence') return content.present ? undefined : true;
  return ofTheHouse(content) ? before : undefined;
}

/** What the house begins says nothing about where the person is. */
export const ofTheHouse = (content: EntryContent): boolean => OUR_OWN.has(content.kind);

const OUR_OWN: ReadonlySet<EntryContent['kind']> = new Set(['prompt', 'due', 'resume', 'take', 'speak']);
