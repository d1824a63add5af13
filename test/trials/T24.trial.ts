import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { upToDate } from '../app/running.ts';

/** T24 in full; `T24_EXAMPLES` makes it shorter. */
const EXAMPLES = process.env['T24_EXAMPLES'] ?? '200';
const FEWEST_CASES = 20_000;
const LONG_MS = 60 * 60_000;

it(
  'T24: schemathesis at every door, as every role and as nobody',
  async () => {
    await upToDate();
    const script = fileURLToPath(new URL('../../scripts/fuzz-api.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, '--examples', EXAMPLES]);
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (out += text.toString()));
    const [code] = (await once(child, 'close')) as [number];
    console.info(out);
    expect(code).toBe(0);
    if (EXAMPLES === '200') expect(Number(/T24: (\d+) cases/u.exec(out)?.[1])).toBeGreaterThan(FEWEST_CASES);
  },
  LONG_MS,
);
