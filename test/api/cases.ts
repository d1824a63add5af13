import { dice } from '../audit/dice.ts';

/** The part of a JSON Schema the generator looks at. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  anyOf?: readonly Schema[];
  enum?: readonly unknown[];
  pattern?: string;
  items?: Schema;
}

/** What no door asked for; from the families of bad input. */
export const NASTY: readonly unknown[] = [
  ...['', ' ', 'x', '0', '-1', '1e3', '0x10', '1e999', '9007199254740993', 'null', 'true', 'NaN'],
  ...[
    '$ne',
    '{"$gt":""}',
    "' OR 1=1--",
    '../../etc/passwd',
    '%00',
    '\u0000',
    '\ud800',
    '\u202Egnp',
    '﷽'.repeat(50),
  ],
  ...[
    '<script>alert(1)</script>',
    '{{7*7}}',
    '=1+1',
    '.*',
    '(a+)+$',
    '+22370123456',
    'a'.repeat(5000),
    '２０２６',
    'ɛɔɲŋ',
  ],
  ...[
    '__proto__',
    'constructor',
    '2026-02-29',
    '31/02',
    '2026-13-01',
    'admin:publish:1',
    '\r\nSet-Cookie: x=1',
  ],
  ...[0, -1, 1.5, 1e308, 2 ** 53 + 2, true, null],
  ...[[], [null], {}, { $ne: null }, { $where: 'sleep(1)' }, { toString: 1 }, [['a']]],
];

/** A seeded choice of values: near what the schema asks for, or far from it. */
export function caseMaker(seed: number) {
  const pick = dice(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)]!;
  const nasty = (): unknown => one(NASTY);

  const near = (schema: Schema): unknown => {
    if (schema.anyOf !== undefined) return near(one(schema.anyOf));
    if (schema.enum !== undefined) return one(schema.enum);
    if (schema.type === 'object') return objectOf(schema);
    if (schema.type === 'array') return Array.from({ length: pick(3) }, () => value(schema.items ?? {}));
    if (schema.type === 'integer' || schema.type === 'number') return pick(100);
    if (schema.type === 'boolean') return pick(2) === 0;
    if (schema.pattern?.includes('{43}') === true) return 'A'.repeat(43);
    if (schema.pattern?.startsWith('^\\d') === true || schema.pattern?.startsWith('^[0-9]') === true)
      return String(pick(50));
    return one(['a', 'fr', 'sondage-paix', 'staff', 'update', '2026-11-22', 'abc-1']);
  };
  const value = (schema: Schema): unknown => (pick(3) === 0 ? nasty() : near(schema));
  const objectOf = ({ properties = {}, required = [] }: Schema): Record<string, unknown> => {
    const fields = Object.entries(properties)
      .filter(([name]) => (required.includes(name) ? pick(8) > 0 : pick(2) === 0))
      .map(([name, schema]) => [name, value(schema)] as const);
    const extra =
      pick(6) === 0
        ? [[one(['$where', 'sort', 'fields', 'role', '__proto__', 'limit[]']), nasty()] as const]
        : [];
    return Object.fromEntries([...fields, ...extra]);
  };
  /** As text for an address; what is no text is written as JSON. */
  const text = (schema: Schema): string => {
    const made = value(schema);
    return typeof made === 'string' ? made : JSON.stringify(made);
  };
  return { pick, one, nasty, value, objectOf, text };
}

/** Percent-encodes whatever it is; a lone surrogate becomes the replacement character first. */
export const encoded = (made: string): string =>
  encodeURIComponent(Buffer.from(made, 'utf8').toString('utf8'));
