import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ROLES } from '../../src/web/staff/index.ts';
import { type WholeHouse, wholeHouse } from './whole-house.ts';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

describe('T24: the description of the doors', () => {
  let house: WholeHouse;
  let description: Description;
  beforeAll(async () => {
    house = await wholeHouse();
    description = (await (await house.ask('/openapi.json')).json()) as Description;
  }, 120_000);
  afterAll(() => house.close());

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(description as unknown as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(description.openapi).toMatch(/^3\.1\./);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('every documented path is served: nobody meets the 404 of a path that is not there', async () => {
    for (const { path, method } of operations()) {
      const answer = await house.ask(path.replace(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        cookie: house.cookies.admin,
        signal: AbortSignal.timeout(60_000),
      });
      const lasting = answer.headers.get('content-type')?.includes('event-stream') === true;
      const body = lasting ? '' : await answer.text();
      if (lasting) await answer.body?.cancel();
      expect([path, method, answer.status === 405, body.includes('nothing_here')]).toEqual([
        path,
        method,
        false,
        false,
      ]);
    }
  });

  it('every served path of the API is documented, with its method', () => {
    const routes = house.running.house.capabilities.flatMap(({ api }) => api ?? []);
    expect(routes.length).toBeGreaterThan(3);
    for (const { method, path } of routes)
      expect(description.paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`]).toHaveProperty(method);
    for (const path of [
      '/api/v1/me',
      '/api/chat',
      '/api/chat/messages',
      '/api/chat/events',
      '/webhooks/telegram',
      '/webhooks/whatsapp',
      '/webhooks/sms',
    ])
      expect(description.paths).toHaveProperty([path]);
  });

  it('405 with Allow for a method that is not documented, at every path', async () => {
    for (const [path, methods] of Object.entries(description.paths)) {
      const method = ['DELETE', 'PUT'].find((one) => !(one.toLowerCase() in methods))!;
      const how = { method, cookie: house.cookies.admin };
      const answer = await house.ask(path.replace(/\{\w+\}/g, 'x'), how);
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([
        path,
        405,
        expect.stringMatching(/GET|POST/),
      ]);
    }
  });

  it('answers fit their schema exactly, for every role that may', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const looked: string[] = [];
    for (const role of ROLES) {
      for (const path of [
        '/api/v1/me',
        '/api/v1/surveys',
        '/api/v1/surveys/sondage-paix/results',
        '/api/v1/audit',
      ]) {
        const answer = await house.ask(path, { cookie: house.cookies[role] });
        const named = path.replace('/sondage-paix/', '/{survey}/');
        const { responses } = description.paths[named]!['get']!;
        const content = responses[String(answer.status)]?.content;
        const [type, media] = Object.entries(content!)[0]!;
        expect(answer.headers.get('content-type')).toContain(type);
        const schema = JSON.parse(
          JSON.stringify({ ...media.schema, components: description.components }),
        ) as object;
        expect([path, ajv.validate(schema, await answer.json()), ajv.errors]).toEqual([path, true, null]);
        if (answer.ok) looked.push(`${role} ${path}`);
      }
    }
    expect(looked.length).toBeGreaterThan(ROLES.length);
  });

  it('documents no status it cannot mean: 500 and 503 everywhere in the API, 401 wherever a session is needed', () => {
    for (const { path, operation } of operations().filter((one) => one.path.startsWith('/api/v1')))
      for (const status of ['400', '401', '500', '503'])
        expect([path, Object.keys(operation.responses).includes(status)]).toEqual([path, true]);
  });
});
