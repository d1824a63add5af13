import { compose } from '../app/compose.ts';
import { loadFlows } from '../app/load-flows.ts';
import { logger } from '../app/logs.ts';
import { metrics } from '../app/metrics.ts';
import type { Campaign } from '../capabilities/demo/index.ts';
import type { Value } from '../engine/types.ts';
import { FIRST_ORG, OPERATOR } from '../web/staff/index.ts';
import { onDatabase } from './on-database.ts';
import { stoppedBySignal } from './stopped.ts';

/** T31: gone within 10 s, whatever hangs. */
const LAST_RESORT_MS = 9800;
const LEASE_MS = 10_000;

export interface DemoRooms {
  campaign: Campaign;
  /** Into the audit, as whoever types commands on this machine. */
  record: (action: string, detail: Record<string, Value>) => Promise<void>;
}

/** Does `work` on the demonstration, with the whole house on the database; it ends in order at a signal. */
export function withDemo<T>(
  env: NodeJS.ProcessEnv,
  work: (rooms: DemoRooms, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = stoppedBySignal();
  signal.addEventListener('abort', () => setTimeout(() => process.exit(1), LAST_RESORT_MS).unref());
  return onDatabase(env, async (ground) => {
    const { settings } = ground;
    const house = await compose({
      ...ground,
      flows: loadFlows({ flowsDir: settings.FLOWS_DIR, localesDir: settings.LOCALES_DIR }),
      log: logger(settings.LOG_LEVEL === 'silent' ? 'silent' : 'error'),
      metrics: metrics(),
      leaseMs: LEASE_MS,
    });
    const { audit } = house.staff;
    const actor = { ...OPERATOR, org: FIRST_ORG };
    return work(
      {
        campaign: house.demo.campaign,
        record: (action, detail) => audit.record({ actor, action, subject: 'demo/campaign', detail }),
      },
      signal,
    );
  });
}
