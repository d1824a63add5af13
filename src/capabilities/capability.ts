import type { CallKind, EffectKind } from '../conversation/ports.ts';
import type { Asset } from '../web/kit/index.ts';
import type { StaffRoute } from '../web/staff/index.ts';

/** How long a collection's documents live (trust row T5); one per collection, without exception. */
export type Retention =
  /** Deleted `days` after the day or date in `since`. */
  | { kind: 'days'; days: number; since: string; reason: string }
  /** Lives as long as its person and is deleted with them. */
  | { kind: 'with_person'; reason: string };

export interface IndexRule {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Only documents that match are indexed. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

/** A collection as data: the store creates it, the retention job empties it, the schema test reads it. */
export interface CollectionRule {
  readonly name: string;
  /** Stored in the order of `_id`, so that the order of insertion is not kept (T6). */
  readonly clustered?: true;
  readonly indexes: readonly IndexRule[];
  readonly retention: Retention;
}

/**
 * What a capability is to the rest of the house. `app` holds the list; the retention table, the menu and the flow
 * checker's knowledge of effects and calls are derived from it.
 */
export interface Capability {
  readonly name: string;
  readonly collections: readonly CollectionRule[];
  readonly effects: readonly EffectKind[];
  readonly calls: readonly CallKind[];
  readonly staffRoutes: readonly StaffRoute[];
  /** Style sheets and scripts its pages link to. */
  readonly assets?: readonly Asset[];
}
