import type { Clock } from '../domain/clock.ts';
import type { Tick } from '../schedule/ticks.ts';
import type { House } from './compose.ts';
import type { OpenFlows } from './flows/open-flows.ts';
import { replayAsked } from './letters.ts';
import type { Logger } from './logs.ts';
import type { Shared } from './many/shared.ts';
import type { Metrics } from './metrics.ts';
import { recover, sweepErased } from './recovery.ts';

export interface TickParts {
  house: House;
  flows: OpenFlows;
  shared: Shared | undefined;
  metrics: Metrics;
  log: Logger;
  clock: Clock;
}

/** What every process does again and again: it keeps up with what the others do. */
export const ticksOfAll = ({ house, flows, shared }: TickParts): Tick[] => [
  { name: 'flows', at: '*/2 * * * * *', run: () => flows.flows.follow() },
  { name: 'texts', at: '1-59/2 * * * * *', run: () => house.languages.follow() },
  { name: 'here', at: '*/10 * * * * *', run: () => flows.here() },
  { name: 'traffic', at: '*/5 * * * * *', run: () => house.traffic.flush() },
  { name: 'metered', at: '15 * * * * *', run: () => house.delivery.ceiling.look() },
  { name: 'voices', at: '40 * * * * *', run: () => house.rooms.voices.refresh() },
  ...(shared ? [{ name: 'processes', at: '*/5 * * * * *', run: () => shared.processes.show() }] : []),
];

/** What is to be done once over all processes, by whichever comes to it. */
export const ticksOfWork = ({ house, metrics, log, clock }: TickParts): Tick[] => [
  {
    name: 'recover',
    at: '*/2 * * * * *',
    run: () => recover(house.conversations, house.followers, metrics.takenOver),
  },
  {
    name: 'letters',
    at: '*/2 * * * * *',
    run: () =>
      replayAsked({
        ...house,
        letters: house.delivery.letters,
        report: (what, key) => log.info({ what, key }, 'dead letter'),
      }),
  },
  { name: 'due-dates', at: '*/2 * * * * *', run: () => house.dues.run() },
  {
    name: 'sweep-erased',
    at: '30 * * * * *',
    run: () => sweepErased(house.people, house.erase, clock.now()),
  },
  { name: 'expire', at: '0 10 3 * * *', run: () => house.expire(clock.now()) },
];
