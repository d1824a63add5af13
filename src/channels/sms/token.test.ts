import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock, type TestClock } from '../../../test/universe/time.ts';
import { gatewayAt } from './gateway.ts';
import { compileRequest } from './request.ts';
import { type Tokens, tokensFrom } from './token.ts';

const FILLING = {
  ...{
    to: '+22370000001',
    to_digits: '22370000001',
    from: '36000',
    text: 'x',
    id: 'm1',
    part: '1',
    parts: '1',
  },
  coding: '0',
};
let server: http.Server;
let clock: TestClock;
let tokens: Tokens;
let given: (object | number)[];
let right: string;
let asked: string[];

beforeEach(async () => {
  clock = testClock();
  given = [];
  right = 't1';
  asked = [];
  server = http.createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { url, headers } = request;
      asked.push(`${url} ${headers.authorization} ${Buffer.concat(chunks).toString()}`);
      if (url === '/send') {
        response.writeHead(headers.authorization === `Bearer ${right}` ? 201 : 401).end('{}');
        return;
      }
      const answer = given.shift() ?? 503;
      if (typeof answer === 'number') response.writeHead(answer).end('{}');
      else response.writeHead(200).end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tokens = tokensFrom({ url: `${root()}/oauth/v3/token?x=1`, authorization: 'Basic secret' }, clock);
});
afterEach(async () => {
  await tokens.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const root = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function gateway() {
  const request = compileRequest({ url: `${root()}/send`, method: 'POST', headers: {}, body: 't={text}' });
  if ('wrong' in request) throw new Error(request.wrong);
  return gatewayAt(request, { codes: new Map() }, tokens);
}

describe('C15: keys that last an hour', () => {
  it('are fetched once for all who wait, and again a minute before they end', async () => {
    given.push({ access_token: 't1', expires_in: '3600' }, { access_token: 't2', expires_in: 3600 });
    expect(await Promise.all([tokens.current(), tokens.current(), tokens.current()])).toEqual([
      't1',
      't1',
      't1',
    ]);
    clock.advance(3_539_000);
    expect(await tokens.current()).toBe('t1');
    clock.advance(1_001);
    expect(await tokens.current()).toBe('t2');
    const one = '/oauth/v3/token?x=1 Basic secret grant_type=client_credentials';
    expect(asked).toEqual([one, one]);
  });

  it.each<[string, object | number]>([
    ['a refusal', 401],
    ['nothing', {}],
    ['a token that breaks a header', { access_token: 'a\r\nb' }],
    ['a number', { access_token: 7 }],
  ])('%s is no key: nothing is sent, and it is tried again soon', async (_name, answer) => {
    given.push(answer);
    expect(await gateway().hand(FILLING)).toEqual({
      outcome: { kind: 'retry', afterMs: 5_000, code: 'no_token', forAll: true },
    });
    expect(asked.some((one) => one.startsWith('/send'))).toBe(false);
    given.push({ access_token: 't1' });
    expect(await gateway().hand(FILLING)).toEqual({ outcome: { kind: 'sent' } });
  });

  it('one that the gateway refuses is fetched anew', async () => {
    right = 't2';
    given.push({ access_token: 't1' }, { access_token: 't2' });
    const to = gateway();
    expect(await to.hand(FILLING)).toEqual({
      outcome: { kind: 'retry', afterMs: 5_000, code: 'token_ended', forAll: true },
    });
    expect(await to.hand(FILLING)).toEqual({ outcome: { kind: 'sent' } });
    tokens.refused('t1');
    expect(await tokens.current()).toBe('t2');
  });
});
