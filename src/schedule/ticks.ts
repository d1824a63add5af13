import cron, { type ScheduledTask } from 'node-cron';

export interface Tick {
  name: string;
  /** Cron expression with seconds, in the campaign's time zone. */
  at: string;
  run: () => Promise<void>;
}

export interface Ticks {
  /** No tick begins any more; resolves when none runs. */
  stop(): Promise<void>;
}

/**
 * The clock's ticks of this process. A tick that is still running is not begun again; one that fails is reported and comes
 * round again. What must happen once over many processes is decided by the data, not by the tick.
 */
export function startTicks(
  ticks: readonly Tick[],
  timezone: string,
  report: (name: string, cause: unknown) => void,
): Ticks {
  const running = new Map<string, Promise<void>>();
  const tasks: ScheduledTask[] = ticks.map(({ name, at, run }) =>
    cron.schedule(
      at,
      () => {
        if (running.has(name)) return;
        const work = run()
          .catch((cause: unknown) => report(name, cause))
          .finally(() => running.delete(name));
        running.set(name, work);
      },
      { timezone, name },
    ),
  );
  return {
    async stop() {
      await Promise.all(tasks.map(async (task) => task.destroy()));
      await Promise.all(running.values());
    },
  };
}
