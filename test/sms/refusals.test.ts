import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GATEWAY, type GatewayStandIn, startGateway } from './index.ts';
import { isSevenBits } from './rules.ts';

let gateway: GatewayStandIn;
let single: GatewayStandIn;
beforeAll(async () => {
  const webhook = 'http://127.0.0.1:9/';
  [gateway, single] = await Promise.all([startGateway({ webhook }), startGateway({ webhook, joins: false })]);
  gateway.phone(1);
  single.phone(1);
});
afterAll(() => Promise.all([gateway.stop(), single.stop()]));

const ask = async (
  more: object,
  { at = gateway, headers = {}, url = at.url }: { at?: GatewayStandIn; headers?: object; url?: string } = {},
) => {
  const message = { to: at.phone(1).number, from: GATEWAY.number, text: 'x', reference: 'm1' };
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${GATEWAY.key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...message, ...more }),
  });
  const json = (await response.json()) as { messages: [{ code: number }] };
  return [response.status, json.messages[0].code];
};

describe('C11, C15: what the stand-in refuses', () => {
  it.each<[string, object, number, number]>([
    ['nothing wrong', {}, 200, 100],
    ['a field it does not know', { flash: '1' }, 400, 400],
    ['no text', { text: undefined }, 400, 400],
    ['an empty text', { text: '' }, 400, 400],
    ['half a surrogate pair', { text: 'x\ud800' }, 400, 400],
    ['a number without its country', { to: '70000001' }, 200, 403],
    ['a number without +', { to: '22370000001' }, 200, 403],
    ['another sender', { from: 'Mali' }, 200, 402],
    ['a reference that is none', { reference: 'a b' }, 400, 400],
    ['somebody unknown', { to: '+22399999999' }, 200, 404],
  ])('%s', async (_name, more, status, code) => {
    expect(await ask(more)).toEqual([status, code]);
  });

  it('another key, another path, another type', async () => {
    expect(await ask({}, { headers: { authorization: 'Bearer x' } })).toEqual([401, 401]);
    expect(await ask({}, { url: `${gateway.url}/x` })).toEqual([404, 404]);
    expect(await ask({}, { headers: { 'content-type': 'text/plain' } })).toEqual([415, 415]);
  });

  it('whoever has blocked us', async () => {
    gateway.phone(2).blocked = true;
    expect(await ask({ to: gateway.phone(2).number })).toEqual([200, 406]);
  });

  it('where it does not join: more than 160 letters of GSM 03.38, more than 70 of others', async () => {
    expect(await ask({ text: 'x'.repeat(160) }, { at: single })).toEqual([200, 100]);
    expect(await ask({ text: 'x'.repeat(161) }, { at: single })).toEqual([200, 413]);
    expect(await ask({ text: `€${'x'.repeat(159)}` }, { at: single })).toEqual([200, 413]);
    expect(await ask({ text: 'ɛ'.repeat(70) }, { at: single })).toEqual([200, 100]);
    expect(await ask({ text: 'ɛ'.repeat(71) }, { at: single })).toEqual([200, 413]);
    expect(await ask({ text: 'x'.repeat(2000) })).toEqual([200, 100]);
  });

  it('knows the letters of GSM 03.38', () => {
    expect(isSevenBits('àéèùìòÇÄÖÑÜäöñü {}[]~|€^\\ @£$¥ 1/3\n')).toBe(true);
    for (const letter of 'çêâîôûëï`’«ɛɔɲŋœ\t…')
      expect([letter, isSevenBits(letter)]).toEqual([letter, false]);
  });
});
