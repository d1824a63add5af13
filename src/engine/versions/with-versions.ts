import type { FlowSet } from '../flow-set.ts';

/** The flows of `set`, with older versions at hand. */
export const withVersions = (set: FlowSet, find: FlowSet['version']): FlowSet => ({ ...set, version: find });
