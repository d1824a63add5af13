import type { CollectionRule } from '../../store/collections.ts';
import { entriesRule } from '../approved/index.ts';

export const MILESTONES = 'milestones';

/** Ten years, as the news: what was said under a trusted name must stay answerable. */
const RECORD_DAYS = 3653;

export const TIMELINE_COLLECTIONS: readonly CollectionRule[] = [
  entriesRule(MILESTONES, RECORD_DAYS, 'the public record of the peace process'),
];
