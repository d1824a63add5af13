import { symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ended } from '../../src/store/embedded/index.ts';
import { type EmbeddedRuns, embeddedRuns, lives, mark, marks, realMongod } from './embedded.ts';
import { killedBenkan } from './killed-benkan.ts';
import { newFolder } from './stand-ins.ts';

describe('the embedded database after a kill', () => {
  let runs: EmbeddedRuns;

  beforeEach(async () => {
    runs = await embeddedRuns();
  });
  afterEach(() => runs.end());

  describe('of Benkan, its mongod living on', () => {
    it('is taken over as it is', async () => {
      const orphan = await killedBenkan(runs.dataDir);
      await mark(orphan.uri, 1);
      const next = await runs.start();
      expect(next.pid).toBe(orphan.pid);
      expect(next.uri).toBe(orphan.uri);
      expect(runs.lines).toEqual([`Taking over the database of the last run (process ${orphan.pid}).`]);
      await mark(next.uri, 2);
      expect(await marks(next.uri)).toEqual([1, 2]);
      await next.stop();
      expect(lives(runs, orphan.pid)).toBe(false);
    });

    it('is restarted when it ends after it was taken over', async () => {
      const orphan = await killedBenkan(runs.dataDir);
      const ends = nextEnd();
      const next = await runs.start({ onExit: ends.tell });
      process.kill(orphan.pid, 'SIGKILL');
      expect(await ends.told).toMatchObject({ restarting: true });
      await mark(next.uri, 1);
      expect(next.pid).not.toBe(orphan.pid);
    });

    it.each([
      [
        'the record is unreadable',
        async () => writeFile(path.join(runs.dataDir, 'mongod.json'), '{"v":1,"pid":'),
      ],
      ['the record is gone', async () => unlink(path.join(runs.dataDir, 'mongod.json'))],
      ['the record names another version', async () => falsify(runs.dataDir)],
    ])('is stopped and started anew when %s', async (_name, spoil) => {
      const orphan = await killedBenkan(runs.dataDir);
      await mark(orphan.uri, 1);
      await spoil();
      const next = await runs.start();
      expect(next.pid).not.toBe(orphan.pid);
      expect(lives(runs, orphan.pid)).toBe(false);
      expect(runs.lines).toContain(`Stopping the database that the last run left (process ${orphan.pid}).`);
      await mark(next.uri, 2);
      expect(await marks(next.uri)).toEqual([1, 2]);
    });

    it('never touches another process that has the recorded number by now', async () => {
      const first = await runs.start();
      await first.stop();
      const record = { v: 1, port: Number(new URL(first.uri).port), pid: process.ppid };
      await writeFile(
        path.join(runs.dataDir, 'mongod.json'),
        JSON.stringify({ ...record, binary: first.binary, version: '6.0.5', written: '6.0.5' }),
      );
      await runs.start();
      expect(() => process.kill(process.ppid, 0)).not.toThrow();
      expect(runs.lines).toEqual([]);
    });
  });

  describe('of mongod', () => {
    it('comes back under the same address with everything acknowledged', async () => {
      const ends = nextEnd();
      const running = await runs.start({ onExit: ends.tell });
      await mark(running.uri, 1);
      const { pid } = running;
      process.kill(pid, 'SIGKILL');
      expect(await ends.told).toEqual({ code: null, signal: 'SIGKILL', restarting: true });
      await mark(running.uri, 2);
      expect(await marks(running.uri)).toEqual([1, 2]);
      expect(running.pid).not.toBe(pid);
    });

    it('is given up when it cannot be started again, and says so', async () => {
      const binary = path.join(await newFolder(), 'mongod');
      await symlink(realMongod(), binary);
      const ended: Ended[] = [];
      const running = await runs.start({ binary, backoff: [5, 5, 5], onExit: (end) => ended.push(end) });
      await unlink(binary);
      process.kill(running.pid, 'SIGKILL');
      while (ended.at(-1)?.restarting !== false) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(ended.map((end) => end.restarting)).toEqual([true, false]);
    });

    it('is not restarted once it was stopped', async () => {
      const ended: Ended[] = [];
      const running = await runs.start({ onExit: (end) => ended.push(end), backoff: [60_000] });
      process.kill(running.pid, 'SIGKILL');
      while (ended.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await running.stop();
      expect(ended).toHaveLength(1);
    });
  });
});

/** The next end that `onExit` tells of. */
function nextEnd() {
  let tell: (ended: Ended) => void = () => undefined;
  const told = new Promise<Ended>((resolve) => (tell = resolve));
  return { tell, told };
}

async function falsify(dataDir: string): Promise<void> {
  const { readRecord, writeRecord } = await import('../../src/store/embedded/record.ts');
  const record = await readRecord(dataDir);
  if (record === undefined || record === 'unreadable') throw new Error('no record');
  await writeRecord(dataDir, { ...record, version: '6.0.4' });
}
