import { compileFlow } from '../compile-flow.ts';
import { readFlowFile } from '../flow-file/read-flow-file.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { type Known, knownOf } from '../compile-flows.ts';
import type { Texts, Understanding } from '../types.ts';

/** A version of a flow as it was published. */
export interface PublishedVersion {
  flow: string;
  hash: string;
  /** The YAML of its file. */
  source: string;
}

export interface VersionAround {
  /** The texts of the flow as they were, under {@link spokenAs}; the bot's own as they are. */
  texts: Texts;
  understanding: Understanding;
  known: Known;
  /** Ids of the flows that are published now. */
  flows: Iterable<string>;
}

/** Where the texts of an older version stand: no flow of a file can have this id. */
export const spokenAs = ({ flow, hash }: Pick<PublishedVersion, 'flow' | 'hash'>): string =>
  `${flow}@${hash}`;

/**
 * Compiles an older version for the talks that still run it. It keeps its hash, whatever this engine would make of the file.
 * `undefined`: this engine does not understand it, and a talk would not go the way it was written.
 */
export function compileVersion(version: PublishedVersion, around: VersionAround): CompiledFlow | undefined {
  const { flow } = readFlowFile(`${version.flow}.yaml`, version.source);
  if (!flow) return undefined;
  const { compiled, findings } = compileFlow(flow, {
    ...around,
    known: knownOf(around.known),
    flows: new Set(around.flows),
    fields: ANY_FIELD,
    spokenAs: spokenAs(version),
  });
  return findings.every(({ code }) => code === 'dangling_goto')
    ? { ...compiled, hash: version.hash }
    : undefined;
}

/** Flows that saved a field then may be gone: to this one it reads as it was written. */
const ANY_FIELD: ReadonlyMap<string, 'dyn'> = Object.assign(new Map<string, 'dyn'>(), {
  get: () => 'dyn' as const,
});
