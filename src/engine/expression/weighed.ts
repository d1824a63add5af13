import type { Computed } from '../nodes/node-kind.ts';
import type { Weighed } from '../reasons.ts';
import type { Evaluated, Scope } from './expression.ts';
import { readerOf } from './names.ts';

/** What an expression read and what came of it, for who asks why. */
export const weighed = ({ source, reads }: Computed, scope: Scope, result: Evaluated): Weighed => ({
  source,
  names: Object.fromEntries(reads.map((path) => [path.join('.'), readerOf(path)(scope)])),
  result,
});
