import type { CompiledFlow, FlowSet } from '../flow-set.ts';

/** The flows of `set`, with older versions at hand. */
export const withVersions = (set: FlowSet, find: FlowSet['version']): FlowSet => ({ ...set, version: find });

/** Finds among these. */
export function versionAmong(flows: Iterable<CompiledFlow>): FlowSet['version'] {
  const byName = new Map([...flows].map((flow) => [`${flow.id} ${flow.hash}`, flow]));
  return (flow, hash) => byName.get(`${flow} ${hash}`);
}
