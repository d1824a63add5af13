import path from 'node:path';
import { loadFlows } from '../app/load-flows.ts';
import { EXIT } from './exit.ts';
import { Fault } from '../domain/faults.ts';
import type { Finding } from '../engine/finding.ts';
import { places } from './places.ts';

/**
 * `benkan flows check`: every finding on a line of its own, file:line first so that an editor can jump there.
 * @returns 1 when anything must be put right before the flows can be used.
 */
export function flowsCheck({ json = false }: { json?: boolean }): number {
  const { flows, findings } = checked();
  if (json) {
    process.stdout.write(`${JSON.stringify({ flows, findings })}\n`);
  } else {
    for (const { file, line, step, message } of findings) {
      const where = `${path.relative(process.cwd(), file)}:${line}`;
      process.stdout.write(`${where}  ${step === undefined ? '' : `step ${step}  `}${message}\n`);
    }
    process.stdout.write(
      findings.length === 0
        ? `${flows.length} flows, nothing to put right.\n`
        : `${findings.length} to put right.\n`,
    );
  }
  return findings.length === 0 ? EXIT.done : EXIT.refused;
}

/** A locale file that cannot be read is a finding like any other: its refusal begins with file and line. */
function checked(): { flows: string[]; findings: Finding[] } {
  try {
    const { set, findings } = loadFlows(places());
    return { flows: [...set.flows.keys()], findings };
  } catch (error) {
    const at =
      error instanceof Fault && error.code === 'locale_invalid'
        ? /^(.+?):(\d+):? (.*)$/s.exec(error.message)
        : null;
    if (at === null) throw error;
    const [, file = '', line = '', message = ''] = at;
    return { flows: [], findings: [{ file, line: Number(line), code: 'locale_invalid', message }] };
  }
}
