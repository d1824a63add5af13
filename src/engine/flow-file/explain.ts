import type { z } from 'zod';
import { orRather } from '../closest.ts';
import { ASK_TYPES } from '../types.ts';

/**
 * The fault to tell of. Where something may be written in several ways and has the shape of only one of them, it is what
 * is wrong with that one.
 */
export function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const shaped = issue.errors.filter((way) => way.every((one) => one.path.length > 0 || !isOtherShape(one)));
  const [first] = shaped.length === 1 ? (shaped[0] ?? []) : [];
  return first === undefined ? issue : nearest({ ...first, path: [...issue.path, ...first.path] });
}

const isOtherShape = ({ code }: z.core.$ZodIssue): boolean =>
  code === 'invalid_type' || code === 'invalid_value';

/** Where the fault stands: the first unknown key itself, not the map that holds it. */
export function placeOf(issue: z.core.$ZodIssue): PropertyKey[] {
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return unknown === undefined ? issue.path : [...issue.path, unknown];
}

/**
 * What to do about a place that does not fit its schema, in one sentence for the author.
 * @param words the words a step or a header may hold, among which a misspelt one is looked for
 */
export function explain(issue: z.core.$ZodIssue, words: readonly string[] = []): string {
  const where = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'This';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Remove ${issue.keys.map((key) => `"${key}"${orRather(key, words)}`).join(', ')}, or correct the spelling: it is not known here.`;
    case 'invalid_type':
      if (issue.message.endsWith('received undefined'))
        return `Add ${where}: it must be ${article(issue.expected)}.`;
      return `${where} must be ${article(issue.expected)}.`;
    case 'invalid_value':
      return `${where} must be ${issue.values.map(String).join(' or ')}.`;
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return `${where} ${own(issue)}.`;
  }
}

/** The words of keys.ts where there are some; zod's own where not. */
function own(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && 'discriminator' in issue)
    return `must be one of ${ASK_TYPES.join(', ')}`;
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  const words = (inner ?? issue.message).replace(/\.$/, '');
  return /^(must|names|has|is|may|holds)\b/.test(words) ? words : `does not fit: ${words}`;
}

const article = (type: string): string =>
  ({ array: 'a list', object: 'a map of keys and values', record: 'a map of keys and values' })[type] ??
  `a ${type}`;
