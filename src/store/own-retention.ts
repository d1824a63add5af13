/** How long what the store itself keeps lives; each of these ends by an index of MongoDB or with its person (T5). */
export const OWN_RETENTION: readonly { name: string; days?: number; reason: string }[] = [
  { name: 'people', reason: 'as long as the person wants; a tombstone without a key stays' },
  { name: 'conversations', reason: 'as long as the person wants; a tombstone stays' },
  { name: 'seen', days: 9, reason: 'so that a message that comes twice is handled once' },
  { name: 'dead_letters', days: 14, reason: 'long enough to find a fault and mend it' },
  {
    name: 'mailboxes',
    days: 3,
    reason: 'answers of the chat page, until they are fetched, and what is said there without scripts',
  },
];
