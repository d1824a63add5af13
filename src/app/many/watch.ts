import { Gauge } from 'prom-client';
import type { House } from '../compose.ts';
import type { Logger } from '../logs.ts';
import type { Metrics } from '../metrics.ts';
import type { Shared } from './shared.ts';

/** For whoever starts a process whose Redis is not there. */
export const REDIS_AWAY =
  'REDIS_URL does not answer: start Redis (Debian: apt-get install redis-server), or correct the address, or unset it where one process does everything. Until then this process sends at its part of the pace, and goes on by itself when Redis is there.';

/** What `/readyz` adds while Redis is away: the process works, more slowly, and nobody is to restart it for that. */
export const SLOWER = 'redis is away: sending at a part of the pace\n';

/** Figures of what the processes share, looked up when somebody asks for `/metrics`. Nothing where they share nothing. */
export function watchSharing({ registry }: Metrics, house: House, shared: Shared | undefined): void {
  if (shared === undefined) return;
  const registers = [registry];
  const up = new Gauge({
    name: 'benkan_redis_up',
    help: '1 when Redis answers; without it each process sends at its part of the pace',
    registers,
    collect() {
      up.set(shared.up ? 1 : 0);
    },
  });
  const processes = new Gauge({
    name: 'benkan_processes',
    help: 'Processes that share the pace, as last seen',
    registers,
    collect() {
      processes.set(shared.processes.count);
    },
  });
  const jobs = new Gauge({
    name: 'benkan_jobs_waiting',
    help: 'Jobs that wait for any process, by queue',
    labelNames: ['queue'],
    registers,
    async collect() {
      jobs.reset();
      const dues = await house.dues.announced?.();
      if (dues !== undefined) jobs.set({ queue: 'due-dates' }, dues);
      for (const [channel, count] of (await house.departures?.waiting()) ?? [])
        jobs.set({ queue: `departures-${channel}` }, count);
    },
  });
}

/** Says in the log when Redis goes and comes. */
export const redisWatch =
  (log: Logger) =>
  (up: boolean): void => {
    if (up) log.info({ what: 'redis' }, 'Redis is there: the pace and the jobs are shared');
    else log.warn({ what: 'redis' }, 'Redis is away: each process sends at its part of the pace');
  };
