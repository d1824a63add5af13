import type { CollectionRule } from '../../../store/collections.ts';

export const LOG = 'update_log';
export const DEMO_LOG = 'update_log_demo';
export const LOG_HEADS = 'update_log_heads';

/**
 * Ten years, for the log and all that is of it: what was published under a trusted name must stay answerable longer than a
 * campaign lasts. Nothing of the log goes by itself before: an entry that is missing breaks all that follow.
 */
export const RECORD_DAYS = 3653;

const whole = {
  kind: 'own',
  days: RECORD_DAYS,
  reason: 'Public words, and nobody in them; only a whole log proves anything.',
  expire: async () => 0,
} as const;

const entries = (name: string): CollectionRule => ({
  name,
  indexes: [
    {
      name: 'once',
      key: { 'statement.number': 1, 'statement.version': 1, 'statement.kind': 1 },
      unique: true,
    },
  ],
  retention: whole,
});

export const LOG_COLLECTIONS: readonly CollectionRule[] = [
  entries(LOG),
  entries(DEMO_LOG),
  { name: LOG_HEADS, indexes: [], retention: whole },
];

/** The same rules, with something to be done each night when collections are looked through. */
export const eachNight = (
  rules: readonly CollectionRule[],
  run: () => Promise<void>,
): readonly CollectionRule[] =>
  rules.map((rule) =>
    rule.name === LOG ? { ...rule, retention: { ...whole, expire: () => run().then(() => 0) } } : rule,
  );
