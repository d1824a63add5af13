import { randomBytes } from 'node:crypto';
import type { Limit, Pace } from '../../src/conversation/pace.ts';
import type { Lane } from '../../src/domain/message.ts';
import { Pacing } from '../../src/outbox/pacing.ts';
import type { Turnstile } from '../../src/outbox/turnstile.ts';
import { until } from '../channels/until.ts';
import { PaceKeeper, RedisLink, SharedPacing } from '../../src/queue/index.ts';

export const limit = (messages: number, perMs: number, more: Partial<Limit> = {}): Limit => ({
  ...{ messages, perMs, source: 'https://example.org' },
  ...more,
});

/** Processes at one account, and who went when. */
export interface Gate {
  processes: readonly Turnstile[];
  gone: readonly { name: string; at: number }[];
  /** Somebody of this process wants to leave; comes back after `tookMs` with what the platform said. */
  leave(process: number, name: string, lane?: Lane, to?: string): void;
  /** What the platform says to the next one that comes to it. */
  answer: { holdMs: number | undefined; tookMs: number };
  close(): void;
}

export type OpenGate = (pace: Pace, of: number) => Promise<Gate>;

/** One process that keeps the pace by itself. */
export const aloneGate: OpenGate = async (pace) => gate([new Pacing(pace)], () => undefined);

/** Asks for places as fast as it gets them, for so long. @returns their moments, by the clock of Redis */
export async function placesTaken(url: string, pace: Pace, of: number, ms: number): Promise<number[]> {
  const prefix = `test:{${randomBytes(6).toString('hex')}}`;
  const links = Array.from({ length: of }, () => new RedisLink({ url, turned: () => undefined }));
  await Promise.all(links.map((link) => link.looked()));
  const until = performance.now() + ms;
  const places: number[] = [];
  await Promise.all(
    links.map(async (link, n) => {
      const keeper = new PaceKeeper({ link, pace, me: `process-${n}`, prefix, fingerprint: (to) => to });
      while (performance.now() < until) {
        const told = await keeper.take(3);
        if (told.word === 'go') places.push(Number(told.place));
        else await new Promise((resolve) => setTimeout(resolve, told.ms));
      }
      link.close();
    }),
  );
  return places.sort((a, b) => a - b);
}

/** Several, at a Redis. */
export const sharedGate =
  (url: string): OpenGate =>
  async (pace, of) => {
    const account = randomBytes(6).toString('hex');
    const links = Array.from({ length: of }, () => new RedisLink({ url, turned: () => undefined }));
    await Promise.all(links.map((link) => link.looked()));
    const processes = links.map((link, n) => {
      const keeper = new PaceKeeper({
        ...{ link, pace, me: `process-${n}`, prefix: `test:{${account}}` },
        fingerprint: (to) => to,
      });
      return new SharedPacing({ keeper, pace, processes: () => of });
    });
    const [link] = links;
    // Each hears of pauses before it spares anybody the way to Redis.
    await until(async () => {
      const [, listening] = (await link?.commands.pubsub('NUMSUB', `test:{${account}}:pace`)) as [
        string,
        number,
      ];
      return listening === of;
    });
    // What Redis said to each of them before it said this has been read by then.
    await link?.commands.ping();
    return gate(processes, () => {
      for (const link of links) link.close();
    });
  };

function gate(processes: readonly Turnstile[], closed: () => void): Gate {
  const began = performance.now();
  const gone: { name: string; at: number }[] = [];
  const answer: Gate['answer'] = { holdMs: undefined, tookMs: 0 };
  const left = (turnstile: Turnstile, name: string, lane: Lane): void => {
    gone.push({ name, at: performance.now() - began });
    const { holdMs, tookMs } = answer;
    answer.holdMs = undefined;
    setTimeout(() => {
      if (holdMs !== undefined) turnstile.hold(holdMs);
      turnstile.back(lane);
    }, tookMs);
  };
  return {
    processes,
    gone,
    answer,
    leave(process, name, lane = 'broadcast', to = name) {
      const turnstile = processes[process % processes.length];
      if (turnstile === undefined) throw new Error('No such process.');
      const turn = turnstile.leave(lane, to);
      if (turn === undefined) left(turnstile, name, lane);
      else
        void turn.then((may) => {
          if (may) left(turnstile, name, lane);
          else gone.push({ name: `not ${name}`, at: performance.now() - began });
        });
    },
    close() {
      for (const turnstile of processes) turnstile.stop();
      closed();
    },
  };
}

/** The most that went within any window of so many milliseconds. */
export const mostWithin = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));

/** How often this process is looked whether it is on time, milliseconds. */
const BEAT_MS = 5;

/** How late this process was in all while something ran, milliseconds. A busy machine is no fault of a pace. */
export function lateness(): () => { lost: number } {
  let [last, lost] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    const late = now - last - BEAT_MS;
    last = now;
    if (late > BEAT_MS) lost += late;
  }, BEAT_MS);
  return () => {
    clearInterval(timer);
    return { lost };
  };
}
