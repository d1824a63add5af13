import path from 'node:path';
import { readDraft } from '../app/flows/read-draft.ts';
import type { FlowPlaces } from '../app/load-flows.ts';
import { EXIT } from './exit.ts';
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

/** The flows of the files, and what is to be put right or looked at. */
export function check(places: FlowPlaces): Checked {
  const { loaded, findings, warnings } = readDraft(places);
  return { flows: [...(loaded?.set.flows.keys() ?? [])], findings: [...findings], warnings: [...warnings] };
}
