import type { CollectionRule } from '../../../store/collections.ts';

export const CAME_COUNTS = 'update_came';

/** As what became of a publication. */
const KEPT_DAYS = 730;

/** How many came by shared links, an item and day; nothing of who, by what channel or in what language. */
export const CAME_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CAME_COUNTS,
    indexes: [
      { name: 'by_item', key: { item: 1, day: -1 } },
      { name: 'marked', key: { day: 1 }, where: { marked: true } },
    ],
    retention: { kind: 'days', days: KEPT_DAYS, since: 'day', reason: 'how a publication was passed on' },
  },
];
