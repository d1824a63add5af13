import { settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import type { Child } from '../broadcasts/children.ts';
import { broadcastStage } from '../broadcasts/stage.ts';
import { until } from '../channels/until.ts';
import type { CrashStage, Looked } from './place.ts';
import type { Point } from './points.ts';

/** Two are sent to first, then all others. */
const PEOPLE = 4;
const FIRST = 2;
/** One kill may leave these in doubt: as many as are on their way at once, and nobody who waits. */
const MOST_IN_DOUBT = 3;
const PATIENCE_MS = 60_000;
/** Each waits four seconds for its database. */
const STARTS = 5;
/** What is only read, or done again and again for all there is, is no boundary of a broadcast. */
const BOUNDARY =
  /^(?:broadcasts\.move|channel\.send|conversations\.(?:commit|begin|done)|db\.broadcast_\w+\.\w+|dues\.done):/u;

/** A process that crashes on a broadcast's way: planned, going, leaving, sent, counted, done. */
export async function broadcastCrashStage(uri: string): Promise<CrashStage> {
  const stage = await broadcastStage({ uri, people: PEOPLE, perSecond: 50, leaseMs: 600, stepMs: 50 });
  const { here, users } = stage;
  const settings = {
    ...{ canaryLeast: FIRST, canaryPercent: 1, canaryWaitMs: 50, stopAtFailedPercent: 101 },
    mostAWeek: 1000,
  };
  let runs = 0;

  async function begin(): Promise<string> {
    const id = `crash-${(runs += 1)}`;
    stage.forget();
    await here.broadcasts.begin({ id });
    await here.parts.launch(id, 0);
    return id;
  }
  const isDone = async (id: string): Promise<boolean> =>
    (await here.broadcasts.find(id).catch(() => undefined))?.state === 'done';

  async function look(id: string): Promise<Looked> {
    const wrong: string[] = [];
    const standing = await stage.standing(id);
    const times = stage.times();
    for (const user of users) {
      const [state, n] = [standing.get(user)?.state ?? 'missing', times.get(user) ?? 0];
      if (n > 1 || (state === 'sent' ? n !== 1 : state !== 'unknown')) wrong.push(`${state}, ${n} times`);
    }
    const progress = await here.parts.report.progress(id);
    if (progress?.state !== 'done' || progress.of !== PEOPLE || settledOf(progress.tally) !== PEOPLE)
      wrong.push(`${String(progress?.state)}: ${JSON.stringify(progress?.tally)}`);
    const inDoubt = [...standing.values()].filter(({ state }) => state === 'unknown').length;
    if (inDoubt > MOST_IN_DOUBT) wrong.push(`${inDoubt} in doubt`);
    return { wrong, doubled: 0, inDoubt };
  }

  /** As whoever looks after a process does: one that found its database still starting ends, and is started again. */
  async function startAgain(): Promise<Child> {
    for (let left = STARTS; ; left -= 1) {
      const child = await stage.start({ settings });
      if (child.process.exitCode === null || left === 1) return child;
    }
  }

  return {
    async points() {
      const id = await begin();
      const child = await stage.start({ settings, tellPoints: true });
      await until(
        () => isDone(id),
        () => look(id),
        PATIENCE_MS,
      );
      await child.stop();
      const [, told = '[]'] = child.out().split('\n');
      return (JSON.parse(told) as Point[]).filter((point) => BOUNDARY.test(point));
    },
    async crashAt(point, also) {
      const id = await begin();
      const crashing = await stage.start({ settings, crashAt: point });
      await Promise.race([
        crashing.gone,
        until(
          () => isDone(id),
          () => point,
          PATIENCE_MS,
        ),
      ]);
      const crashed = crashing.process.signalCode === 'SIGKILL';
      await also?.();
      const next = crashed ? await startAgain() : crashing;
      await until(
        () => isDone(id),
        () => point,
        PATIENCE_MS,
      );
      await next.stop();
      return { point, crashed, ...(await look(id)) };
    },
    close: () => stage.close(),
  };
}
