import type { Environment } from '@marcbachmann/cel-js';

/**
 * `int()`, `double()` and `string()` under names of our own: the library's let numbers through that are none in CEL
 * (`int(1e300)`, `double("inf")`), and cannot be replaced. Nothing here takes what only looks like a number.
 */
export const CONVERSIONS: ReadonlyMap<string, string> = new Map([
  ['int', '_int'],
  ['double', '_double'],
  ['string', '_string'],
]);

export function withConversions(environment: Environment): Environment {
  const same = <T>(value: T): T => value;
  return environment
    .registerFunction('_int(int): int', same)
    .registerFunction('_int(double): int', (value: number) =>
      within(Math.abs(value) < LARGEST ? BigInt(Math.trunc(value)) : MAX),
    )
    .registerFunction('_int(string): int', (words: string) =>
      within(WHOLE.test(words) ? BigInt(words.replace('+', '')) : MAX),
    )
    .registerFunction('_double(double): double', same)
    .registerFunction('_double(int): double', Number)
    .registerFunction('_double(string): double', (words: string) =>
      finite(DECIMAL.test(words) ? Number(words) : NaN),
    )
    .registerFunction('_string(string): string', same)
    .registerFunction('_string(bool): string', String)
    .registerFunction('_string(int): string', String)
    .registerFunction('_string(double): string', (value: number) => String(finite(value)));
}

/** Fifteen digits: up to there whole numbers and fractions are told apart. */
const WHOLE = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** CEL's integers have 64 bits. */
const MAX = 2n ** 63n;
const LARGEST = 2 ** 63;

function within(value: bigint): bigint {
  if (value >= MAX || value < -MAX) throw new RangeError('no integer');
  return value;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('no number');
  return value;
}
