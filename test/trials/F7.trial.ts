import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { benkan, built } from '../cli/benkan.ts';
import { manyFlows } from '../flows/two-hundred.ts';

const FLOWS = 200;
const RUNS = 5;
/** F7: what an author waits for. */
const PATIENCE_MS = 2_000;

/** The command prints, as it ends, how long its threads have worked together. */
const TELLS_ITS_CPU = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('cpu ' + (user + system)); })",
)}`;

const folder = mkdtempSync(path.join(tmpdir(), 'benkan-two-hundred-'));
beforeAll(built, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`F7: benkan flows check of ${FLOWS} flows`, async () => {
  const { flows, locales, lines } = manyFlows(folder, FLOWS);
  const env = { FLOWS_DIR: flows, LOCALES_DIR: locales, NODE_OPTIONS: TELLS_ITS_CPU };
  const took: number[] = [];
  const worked: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    const { code, out, err } = await benkan(['flows', 'check'], { env, patienceMs: 60_000 });
    took.push(performance.now() - begun);
    worked.push(Number(/cpu (\d+)/.exec(err)?.[1]) / 1_000);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(`^${FLOWS} flows|\n${FLOWS} flows`),
    });
  }
  const least = (times: number[]): number => Math.min(...times);
  console.info(
    `F7: ${FLOWS} flows of ${lines} lines in all, with their texts in two languages, checked in ` +
      `${took.map((ms) => ms.toFixed(0)).join(', ')} ms, the start of the process included; it used the processors for ` +
      `${worked.map((ms) => ms.toFixed(0)).join(', ')} ms (load of the machine ${loadavg()[0]?.toFixed(1)})`,
  );
  // On a machine that does nothing else, it takes no longer than it uses the processors.
  expect(Math.min(least(took), least(worked))).toBeLessThan(PATIENCE_MS);
});
