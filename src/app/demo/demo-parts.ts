import { DEMO_MARK, type DemoDeps } from '../../capabilities/demo/index.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Connection } from '../../store/connection.ts';
import type { Keyring } from '../../store/keys/keyring.ts';
import { MarkedPeople } from '../../store/marked-people.ts';
import { errorFields, type Logger } from '../logs.ts';
import { type Metrics, metrics } from '../metrics.ts';
import type { Settings } from '../settings.ts';
import { type StageRooms, stageOf } from './stage.ts';

interface HouseParts {
  settings: Settings;
  connection: Connection;
  keyring: Keyring;
  log: Logger;
  metrics: Metrics;
  clock: Clock;
  chance: Chance;
  invented?: true;
}

/**
 * What the demonstration is played with: a second house on the same database, put together by `compose`, with a clock
 * and chance of its own. It has no channel that leads anywhere, and counts into no figure of ours.
 */
export const demoParts = <Parts extends HouseParts>(
  parts: Parts,
  compose: (parts: Parts) => Promise<StageRooms>,
): Pick<DemoDeps, 'openStage' | 'invented' | 'chance' | 'report'> => ({
  chance: parts.chance,
  invented: new MarkedPeople(parts.connection, DEMO_MARK),
  report: (cause) => parts.log.error(errorFields(cause), 'demo'),
  async openStage(clock, chance) {
    const house = await compose({ ...parts, clock, chance, metrics: metrics(), invented: true });
    return stageOf(house, parts.keyring.fingerprint);
  },
});
