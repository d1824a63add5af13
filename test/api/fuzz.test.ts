import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseMaker, encoded, type Schema } from './cases.ts';
import { WEBHOOK_SECRET, type WholeHouse, wholeHouse } from './whole-house.ts';

/** For each door; schemathesis brings the twenty thousand. */
const CASES = 50;

interface Operation {
  parameters: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

type Made = ReturnType<typeof caseMaker>;

describe('T24: every door under odd requests, made from the description', () => {
  let house: WholeHouse;
  let operations: { path: string; method: string; operation: Operation }[];
  beforeAll(async () => {
    house = await wholeHouse();
    const description = (await (await house.ask('/openapi.json')).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  }, 120_000);
  afterAll(() => house.close());

  const addressOf = (path: string, { parameters }: Operation, made: Made): string => {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
      const schema = parameters.find((one) => one.name === name)?.schema ?? {};
      // An empty segment is another path; a dot segment never leaves this client.
      const text = made.text(schema).replace(/^\.{0,2}$/, 'x');
      return made.pick(20) === 0 ? '%E0%A4%A' : encoded(text);
    });
    const asked = parameters.filter((one) => one.in === 'query' && made.pick(2) === 0);
    const query = asked.map(({ name, schema }) => `${name}=${encoded(made.text(schema))}`);
    if (made.pick(8) === 0)
      query.push(
        made.one(['sort[$gt]=1', 'fields=*', 'limit=1e9', 'a=1&a=2', '%ZZ=%', '=', '__proto__[x]=1']),
      );
    return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
  };

  const bodyOf = ({ requestBody }: Operation, made: Made): RequestInit => {
    if (requestBody === undefined) return {};
    const [type, { schema }] = made.one(Object.entries(requestBody.content));
    const odd = made.pick(10);
    if (odd === 0) return {};
    const sent =
      odd === 1 ? made.one(['text/plain', 'application/xml', '', 'application/json; charset=utf-16']) : type;
    const headers = { 'content-type': sent, ...(odd === 2 ? { 'content-encoding': 'gzip' } : {}) };
    if (odd === 3)
      return {
        headers,
        body: made.one(['', 'null', '[]', '"x"', '1e999', '{', '{"a":1,}', '\ufeff{}', '['.repeat(20_000)]),
      };
    if (odd === 4) return { headers, body: 'x'.repeat(70_000) };
    if (odd === 5) return { headers, body: JSON.stringify(made.nasty()) };
    const body = made.objectOf(schema.anyOf === undefined ? schema : made.one(schema.anyOf));
    if (type === 'application/x-www-form-urlencoded') {
      const fields = Object.entries(body).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      return {
        headers,
        body: fields.map(([name, value]) => `${encoded(name!)}=${encoded(value!)}`).join('&'),
      };
    }
    return { headers, body: JSON.stringify(body) };
  };

  const headersOf = (path: string, made: Made): Record<string, string> => {
    if (made.pick(10) === 0) return {};
    if (path === '/webhooks/sms') return { authorization: `Bearer ${WEBHOOK_SECRET}` };
    if (path.startsWith('/webhooks')) return { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET };
    if (path.startsWith('/api/chat'))
      return { authorization: `Bearer ${made.one(['A', 'B', 'C']).repeat(43)}` };
    return {};
  };

  it('no 5xx, no status that is not documented, no trace of our insides', async () => {
    const counts: Record<string, number> = {};
    for (const [index, { path, method, operation }] of operations.entries()) {
      for (let round = 0; round < CASES; round += 1) {
        const made = caseMaker(index * 1000 + round);
        const address = addressOf(path, operation, made);
        const { headers, ...body } = bodyOf(operation, made);
        const cookie = made.pick(10) === 0 ? '__Host-benkan=forged' : made.one(Object.values(house.cookies));
        const stream = new AbortController();
        const answer = await house.ask(address, {
          ...{ method: method.toUpperCase(), cookie, signal: stream.signal, ...body },
          headers: { ...headersOf(path, made), ...(headers as Record<string, string> | undefined) },
        });
        const what = [index * 1000 + round, method, address.slice(0, 200), answer.status];
        expect([...what, answer.status < 500]).toEqual([...what, true]);
        expect([...what, String(answer.status) in operation.responses]).toEqual([...what, true]);
        counts[String(answer.status)] = (counts[String(answer.status)] ?? 0) + 1;
        if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) stream.abort();
        else
          expect(await answer.text()).not.toMatch(
            /\bat .*\.(ts|js):\d|node_modules|MongoServerError|ZodError/,
          );
      }
    }
    process.stdout.write(
      `T24: ${String(operations.length * CASES)} odd requests: ${JSON.stringify(counts)}\n`,
    );
  }, 120_000);
});
