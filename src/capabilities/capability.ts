import type { CallKind, EffectKind } from '../conversation/ports.ts';
import type { BroadcastFate } from '../outbox/fate.ts';
import type { DueKind } from '../schedule/due-dates.ts';
import type { CollectionRule } from '../store/collections.ts';
import type { ApiRoute } from '../web/api/index.ts';
import type { Asset } from '../web/kit/index.ts';
import type { PublicRoute } from '../web/public/index.ts';
import type { StaffRoute, StaffSlots } from '../web/staff/index.ts';

/**
 * What a capability is to the rest of the house. `app` holds the list; the retention table, the menu and the flow
 * checker's knowledge of effects and calls are derived from it.
 */
export interface Capability {
  readonly name: string;
  readonly collections: readonly CollectionRule[];
  readonly effects: readonly EffectKind[];
  readonly calls: readonly CallKind[];
  /** What it does when one of its due-dates has come. */
  readonly dues?: readonly DueKind[];
  readonly staffRoutes: readonly StaffRoute[];
  /** Its pages and files for everybody. */
  readonly publicRoutes?: readonly PublicRoute[];
  /** Its doors below `/api/v1`. */
  readonly api?: readonly ApiRoute[];
  /** What it says on staff pages that are not its own. */
  readonly staffSlots?: StaffSlots;
  /** Style sheets and scripts its pages link to. */
  readonly assets?: readonly Asset[];
  /** What it brings to the demonstration, besides what invented people say. */
  readonly demo?: DemoPart;
  /** A broadcast it ordered may not have reached a conversation, and is not sent again (COMMIT rule 10). May come twice. */
  inDoubt?(broadcast: string, conversation: string): Promise<void>;
  /**
   * At the moment a message of a broadcast would leave. `false`: it is one of its own and must not leave now; it is taken
   * out, and this capability knows it. Asked again with each try.
   */
  mayLeave?(broadcast: string, conversation: string): Promise<boolean>;
  /** What became of a message of a broadcast, one of its own or not. May come twice, and in any order. */
  became?(broadcast: string, conversation: string, fate: BroadcastFate): Promise<void>;
  /** More is known of what became of something staff said in this talk. May come twice. */
  replied?(conversation: string): Promise<void>;
  /** Once, before anybody is spoken to; of many processes each does it. */
  begin?(): Promise<void>;
  /** Ends what it does in the background; resolves when it has. */
  stop?(): Promise<void>;
}

/** A capability's part of the demonstration. Every id it makes by chance is marked there. */
export interface DemoPart {
  /** What invented staff of `org` write and decide between two moments, milliseconds since 1970. */
  deeds: (from: number, to: number, org: string) => DemoDeed[];
  /** Takes away what the deeds made, and nothing else; their ids begin with `mark`. Safe to repeat. */
  sweep: (mark: string) => Promise<void>;
}

export interface DemoDeed {
  /** When; the clock stands there while it runs. */
  at: number;
  run(): Promise<void>;
}
