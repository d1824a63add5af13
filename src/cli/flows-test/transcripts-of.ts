import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refusal } from '../../domain/faults.ts';
import type { CompiledFlow } from '../../engine/flow-set.ts';
import type { Transcript } from '../../conversation/rehearsal/transcript/transcript.ts';
import { readTranscripts } from '../transcript.ts';

/** Where a flow's transcripts stand; `undefined`: it names none. */
export function transcriptsFile({ file, tests }: CompiledFlow): string | undefined {
  return tests === undefined ? undefined : path.join(path.dirname(file), tests);
}

/** The transcripts of a flow; none where it names none. */
export function transcriptsOf(flow: CompiledFlow): Transcript[] {
  const file = transcriptsFile(flow);
  return file === undefined ? [] : readTranscripts(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw refusal(
      'transcripts_unreadable',
      `${file}: the transcripts cannot be read; correct tests: in the flow.`,
    );
  }
}
