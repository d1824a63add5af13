import { z } from 'zod';
import { flowFile } from './schema.ts';

/** The flow file as a JSON Schema, for editors. What zod checks beyond shape (names, doubles) the checker tells. */
export function flowJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(flowFile, { io: 'input', unrepresentable: 'any' });
  return {
    $schema,
    title: 'Benkan flow',
    description: 'One conversation: its structure, without words.',
    ...schema,
  };
}
