import { z } from 'zod';

const MARK = 'x-class';

/** Marks a field of an answer as class A: somebody's name, number, address, or words. */
export const classA = <T extends z.ZodType>(schema: T): T => schema.meta({ [MARK]: 'A' });

/** Every field an answer may have, as `questions[].n`, and whether it is class A. */
export function fieldsOf(schema: z.ZodType): { field: string; classA: boolean }[] {
  const found = new Map<string, boolean>();
  walk(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), '', (field, marked) =>
    found.set(field, marked || found.get(field) === true),
  );
  return [...found].map(([field, marked]) => ({ field, classA: marked }));
}

/** The part of a JSON Schema that has fields. */
interface Shape {
  properties?: Record<string, unknown>;
  items?: unknown;
  anyOf?: readonly unknown[];
  additionalProperties?: unknown;
}

function walk(schema: unknown, at: string, found: (field: string, classA: boolean) => void): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties = {}, items, anyOf = [], additionalProperties }: Shape = schema;
  if (at !== '') found(at, MARK in schema && schema[MARK] === 'A');
  for (const [name, inner] of Object.entries(properties))
    walk(inner, at === '' ? name : `${at}.${name}`, found);
  if (items !== undefined) walk(items, `${at}[]`, found);
  for (const inner of anyOf) walk(inner, at, found);
  if (typeof additionalProperties === 'object') walk(additionalProperties, `${at}.*`, found);
}
