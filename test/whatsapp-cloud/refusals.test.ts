import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOUD, type CloudStandIn, startCloud } from './index.ts';
import type { Params } from './rules.ts';

let cloud: CloudStandIn;
let now = 0;
beforeAll(async () => {
  cloud = await startCloud({ webhook: 'http://127.0.0.1:9/', now: () => now });
  cloud.person(1).wroteAt = 0;
});
afterAll(() => cloud.stop());

const ask = async (params: object, door = `${CLOUD.phoneNumberId}/messages`, token: string = CLOUD.token) => {
  const response = await fetch(`${cloud.root}/v24.0/${door}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const json = (await response.json()) as { error?: { code: number } };
  return json.error?.code ?? response.status;
};
const message = (more: object): Params => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: cloud.person(1).phone,
  type: 'text',
  text: { body: 'x' },
  ...more,
});
const buttons = (...titles: string[]): object => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'x' },
    action: { buttons: titles.map((title, n) => ({ type: 'reply', reply: { id: `${n}`, title } })) },
  },
});
const list = (titles: string[], button = 'x'): object => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'x' },
    action: { button, sections: [{ rows: titles.map((title, n) => ({ id: `${n}`, title })) }] },
  },
});

describe('C11: what the stand-in refuses', () => {
  it.each<[string, object, number]>([
    ['nothing wrong', {}, 200],
    ['no product', { messaging_product: undefined }, 100],
    ['a kind it does not know', { type: 'hologram' }, 100],
    ['an empty text', { text: { body: ' ' } }, 131009],
    ['a text of 4,097 characters', { text: { body: 'x'.repeat(4097) } }, 131009],
    ['four buttons', buttons('a', 'b', 'c', 'd'), 131009],
    ['a button of 21 characters', buttons('a'.repeat(21)), 131009],
    ['two buttons alike', buttons('a', 'a'), 131009],
    ['eleven rows', list(Array.from({ length: 11 }, (_, n) => `${n}`)), 131009],
    ['a row of 25 characters', list(['a'.repeat(25)]), 131009],
    ['a list that cannot be opened', list(['a'], ''), 131009],
    ['somebody unknown', { to: '22399999999' }, 131030],
  ])('%s', async (_name, more, code) => {
    expect(await ask(message(more))).toBe(code);
  });

  it('another token, another number, a door that is not there', async () => {
    expect(await ask(message({}), undefined, 'x')).toBe(190);
    expect(await ask(message({}), '2/messages')).toBe(100);
    expect(await ask(message({}), `${CLOUD.phoneNumberId}/nothing`)).toBe(100);
  });

  it('the number of somebody who hides it', async () => {
    const hidden = cloud.person(2);
    hidden.hidesNumber = true;
    expect(await ask(message({ to: hidden.phone }))).toBe(131030);
    expect(await ask(message({ to: undefined, recipient: hidden.userId }))).toBe(200);
  });

  it('the 46th message in a row to one person', async () => {
    cloud.person(3).wroteAt = 0;
    const codes = [];
    for (let n = 0; n < 46; n += 1) codes.push(await ask(message({ to: cloud.person(3).phone })));
    expect(codes.filter((code) => code === 200)).toHaveLength(45);
    expect(codes.at(-1)).toBe(131056);
  });

  it('after 24 hours it takes the message, and does not show it', async () => {
    now = 25 * 3_600_000;
    const late = cloud.person(4);
    late.wroteAt = 0;
    expect(await ask(message({ to: late.phone }))).toBe(200);
    expect(late.shown).toEqual([]);
  });
});
