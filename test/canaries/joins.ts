import { mongo } from 'mongoose';

/** Collections that may know each other's ids; between two groups nobody without the keys may find the same person. */
const GROUPS: readonly (readonly string[])[] = [
  ['survey_answers', 'survey_endings'],
  ['volunteers'],
  ['volunteer_events', 'volunteer_signups'],
  ['update_subscriptions', 'update_sends'],
  ['update_receipts'],
  ['update_ratings'],
  ['update_came'],
  ['update_posts'],
  ['audience_members'],
  ['people', 'conversations', 'seen', 'dead_letters', 'erasures'],
  ['mailboxes'],
  ['citizen_media', 'citizen_words'],
  ['media_uploads'],
  ['inbox_threads', 'inbox_entries'],
  ['explainer_questions', 'explainer_outcomes'],
  ['join_codes', 'join_tries'],
  ['broadcast_testers', 'broadcast_tester_codes', 'broadcast_trials'],
  ['due_dates'],
];

/** Shorter values are codes and days; what names somebody is a key, an id, or a number nobody else has. */
const SHORTEST_KEY = 8;
const SMALLEST_NUMBER = 2 ** 24;

/** Values that lie in two groups, by the names of the groups and fields; empty is good. */
export async function joins(db: mongo.Db): Promise<string[]> {
  const seen = new Map<string, { group: number; where: string }>();
  const found = new Set<string>();
  for (const [group, names] of GROUPS.entries())
    for (const name of names)
      for await (const document of db.collection(name).find())
        for (const { value, path } of keysIn(document, name)) {
          const before = seen.get(value);
          if (before === undefined) seen.set(value, { group, where: path });
          else if (before.group !== group) found.add(`${before.where} = ${path}`);
        }
  return [...found];
}

function keysIn(value: unknown, path: string): { value: string; path: string }[] {
  if (value instanceof mongo.Binary) {
    const bytes = Buffer.from(value.value());
    return bytes.length < SHORTEST_KEY ? [] : [{ value: bytes.toString('hex'), path }];
  }
  if (typeof value === 'number') return value < SMALLEST_NUMBER ? [] : [{ value: String(value), path }];
  // A text id may be the same bytes written otherwise.
  if (typeof value === 'string')
    return [value, ...spellings(value)]
      .filter((one) => one.length >= 2 * SHORTEST_KEY)
      .map((one) => ({ value: one, path }));
  if (Array.isArray(value)) return value.flatMap((one: unknown) => keysIn(one, path));
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${path}.${key}`));
}

const spellings = (text: string): string[] => [
  text.toLowerCase(),
  Buffer.from(text, 'base64url').toString('hex'),
];
