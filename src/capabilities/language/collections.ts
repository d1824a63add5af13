import type { CollectionRule } from '../../store/collections.ts';

export const CORRECTED = 'corrected_texts';

/** As the public record of a campaign: what was said in its name. They are meant to be in the files long before. */
const RECORD_DAYS = 3653;

/** Texts as staff left them, some hundreds; texts of the bot are class C, who reviewed them is sealed. */
export const LANGUAGE_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CORRECTED,
    indexes: [{ name: 'by_lang', key: { lang: 1 } }],
    retention: {
      kind: 'days',
      days: RECORD_DAYS,
      since: 'changedAt',
      reason: 'what a campaign says, and who found it right, as long as its public record',
    },
  },
];
