import path from 'node:path';
import { type FlowPlaces, loadFlows } from '../app/load-flows.ts';
import { EXIT } from './exit.ts';
import { Fault } from '../domain/faults.ts';
import type { Finding } from '../engine/finding.ts';
import { places } from './places.ts';

export interface Checked {
  flows: string[];
  findings: Finding[];
  warnings: Finding[];
}

/**
 * `benkan flows check`: every finding on a line of its own, file:line first so that an editor can jump there.
 * @returns 1 when anything must be put right before the flows can be used; warnings alone are no reason.
 */
export function flowsCheck({ json = false }: { json?: boolean }): number {
  const checked = check(places());
  process.stdout.write(json ? `${JSON.stringify(checked)}\n` : inWords(checked));
  return checked.findings.length === 0 ? EXIT.done : EXIT.refused;
}

function inWords({ flows, findings, warnings }: Checked): string {
  const lines = [...warnings.map((each) => `${lineOf(each)} (to look at)`), ...findings.map(lineOf)];
  const sum =
    findings.length === 0
      ? `${flows.length} flows, nothing to put right.`
      : `${findings.length} to put right.`;
  return [...lines, sum, ''].join('\n');
}

/** A finding as it is printed, its file as seen from here. */
export function lineOf({ file, line, step, message }: Finding): string {
  return `${fromHere(file)}:${line}  ${step === undefined ? '' : `step ${step}  `}${message}`;
}

/** A file as seen from the folder the command runs in. */
export const fromHere = (file: string): string =>
  path.isAbsolute(file) ? path.relative(process.cwd(), file) : file;

/** A locale file that cannot be read is a finding like any other: its refusal begins with file and line. */
export function check(places: FlowPlaces): Checked {
  try {
    const { set, findings, warnings } = loadFlows(places);
    return { flows: [...set.flows.keys()], findings, warnings };
  } catch (error) {
    const at =
      error instanceof Fault && error.code === 'locale_invalid'
        ? /^(.+?):(\d+):? (.*)$/s.exec(error.message)
        : null;
    if (at === null) throw error;
    const [, file = '', line = '', message = ''] = at;
    return {
      flows: [],
      findings: [{ file, line: Number(line), code: 'locale_invalid', message }],
      warnings: [],
    };
  }
}
