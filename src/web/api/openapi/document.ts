import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { Credential, Door, Refusal } from './door.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** The description of all doors: OpenAPI 3.1, its schemas derived from the ones the doors themselves parse with. */
export function openApi(doors: readonly Door[], site: { url: string; version: string }): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const door of doors) (paths[door.path] ??= {})[door.method] = operationOf(door);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Benkan',
      version: site.version,
      description:
        'Doors for programs. Every refusal is a problem document (RFC 9457) whose `code` is stable. A method that is not listed is answered with 405 and `Allow`; a path that is not listed with 404.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: site.url }],
    tags: [...new Set(doors.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: CREDENTIALS, schemas: { Problem: jsonSchema(problem, 'output') } },
  };
}

function operationOf(door: Door): JsonObject {
  const { method, path, tag, summary, description, credentials = [], roles, body } = door;
  const said = [description, roles === undefined ? undefined : `Roles: ${roles.join(', ')}.`];
  const words = said.filter((one) => one !== undefined).join('\n\n');
  return {
    operationId: [method, ...path.split(/[^A-Za-z0-9]+/)].filter((word) => word !== '').join('_'),
    tags: [tag],
    summary,
    ...(words === '' ? {} : { description: words }),
    security: credentials.map((credential) => ({ [credential]: [] })),
    parameters: [...parametersOf(door.params, 'path'), ...parametersOf(door.query, 'query')],
    ...(body === undefined
      ? {}
      : { requestBody: { required: body.optional !== true, content: contentOf(body.types, 'input') } }),
    responses: { ...successesOf(door), ...refusalsOf(door.refuses) },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties, required } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: readonly string[];
  };
  return Object.entries(properties ?? {}).map(([name, { description, ...rest }]) => ({
    ...{ name, in: place, required: required?.includes(name) === true, schema: rest },
    ...(description === undefined ? {} : { description }),
  }));
}

const successesOf = ({ answers }: Door): JsonObject =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { says, type, schema }]) => [
      status,
      {
        description: says,
        ...(type === undefined ? {} : { content: contentOf({ [type]: schema ?? z.string() }, 'output') }),
      },
    ]),
  );

const refusalsOf = (refuses: readonly Refusal[]): JsonObject =>
  Object.fromEntries(
    refuses.map((status) => [
      String(status),
      {
        description: WHY[status],
        ...(status === 429 || status === 503
          ? { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } }
          : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const contentOf = (types: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): JsonObject =>
  Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type, { schema: jsonSchema(schema, io) }]),
  );

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const whole = Object.entries(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  // The document says once for all of them which dialect they are in.
  return Object.fromEntries(whole.filter(([name]) => name !== '$schema')) as JsonObject;
}

/** What RFC 9457 and `sendProblem` have in common. */
const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string().optional().describe('Stable word for programs.'),
  detail: z.string().optional().describe('What to do next.'),
  instance: z.string().optional().describe('Under which the operator finds the failure in the log.'),
});

export const WHY: Readonly<Record<Refusal, string>> = {
  400: 'Something is missing, not of the form described, or not known here.',
  401: STATUS_CODES[401] ?? '',
  403: 'The role may not, or a change did not name our own origin.',
  404: 'There is no such thing, or it is another organisation’s.',
  409: 'Somebody was faster, or it has been done already.',
  413: 'Too large.',
  415: 'Another media type than the ones described, or a compressed body.',
  416: 'A range beyond the end.',
  429: 'Too much in a short time.',
  500: 'A fault of ours; its instance names it for the operator.',
  503: 'The database is away or the house is full: come again.',
};

const CREDENTIALS: Readonly<Record<Credential, JsonObject>> = {
  staffSession: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-benkan',
    description:
      'From POST /staff/sign-in. Changes must also name the site’s own origin in the header Origin.',
  },
  chatToken: { type: 'http', scheme: 'bearer', description: 'From POST /api/chat.' },
  webhookSecret: { type: 'apiKey', in: 'header', name: 'X-Telegram-Bot-Api-Secret-Token' },
  webhookSignature: { type: 'apiKey', in: 'header', name: 'X-Hub-Signature-256' },
  smsGateway: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description:
      'The shared secret, as a bearer’s token or a password; or a signature, in the header that is set.',
  },
};
