import { Fault } from '../../domain/faults.ts';
import type { Known } from '../../engine/compile-flows.ts';
import type { Finding } from '../../engine/finding.ts';
import { type FlowPlaces, type LoadedFlows, loadFlows } from '../load-flows.ts';

/** What files hold, and what the checker says of it. */
export interface Draft {
  /** Absent where a file of texts cannot be read at all. */
  loaded?: LoadedFlows;
  findings: readonly Finding[];
  warnings: readonly Finding[];
}

/**
 * Reads and checks the files. A locale file that cannot be read is a finding like any other: its refusal begins with file
 * and line.
 * @throws Fault for what has no place, a folder that is not there
 */
export function readDraft(places: FlowPlaces, known?: Known): Draft {
  try {
    const loaded = loadFlows(places, known && { known });
    return { loaded, findings: loaded.findings, warnings: loaded.warnings };
  } catch (error) {
    const at =
      error instanceof Fault && error.code === 'locale_invalid'
        ? /^(.+?):(\d+):? (.*)$/s.exec(error.message)
        : null;
    if (at === null) throw error;
    const [, file = '', line = '', message = ''] = at;
    return { findings: [{ file, line: Number(line), code: 'locale_invalid', message }], warnings: [] };
  }
}
