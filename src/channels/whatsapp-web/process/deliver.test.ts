import { describe, expect, it } from '@jest/globals';
import { deliver } from './deliver.ts';

const made = (is: boolean) => ({ since: () => () => is });
const fails = (words: unknown) => async (): Promise<never> => {
  throw words;
};

describe('C9: what became of a message', () => {
  it.each([0, 1, 2])('the server has it: sent, with its id (tick %i)', async (ack) => {
    const sent = { id: { _serialized: 'true_x_1' }, ack };
    expect(await deliver(async () => sent, made(true))).toEqual({ kind: 'sent', id: 'true_x_1' });
  });

  it('WhatsApp refused it: refused', async () => {
    const sent = { id: { _serialized: 'true_x_1' }, ack: -1 };
    expect(await deliver(async () => sent, made(true))).toMatchObject({ kind: 'refused', gone: false });
  });

  it.each([undefined, null])('there is no such chat: refused (%s)', async (nothing) => {
    expect(await deliver(async () => nothing, made(false))).toMatchObject({
      kind: 'refused',
      code: 'no_chat',
    });
  });

  it('the page fails after it has made the message: unknown', async () => {
    expect(await deliver(fails(new TypeError('x is undefined')), made(true))).toMatchObject({
      kind: 'unknown',
    });
  });

  it('the page fails before that: it certainly did not leave', async () => {
    expect(await deliver(fails(new TypeError('x is undefined')), made(false))).toMatchObject({
      kind: 'retry',
    });
    expect(await deliver(fails('a word that is no error'), made(false))).toMatchObject({ kind: 'retry' });
  });

  it('the page goes away with it in hand: unknown', async () => {
    for (const words of [
      'Protocol error: Target closed',
      'Execution context was destroyed',
      'Session closed',
    ])
      expect(await deliver(fails(new Error(words)), made(false))).toMatchObject({
        kind: 'unknown',
        code: 'page_gone',
      });
  });

  it('nobody has this number: gone; a number that is none: refused', async () => {
    const gone = { kind: 'refused', code: 'no_account', gone: true };
    expect(await deliver(fails(new Error('No LID for user')), made(false))).toEqual(gone);
    const bad = { kind: 'refused', code: 'bad_address', gone: false };
    expect(await deliver(fails(new Error('wid error: invalid wid')), made(false))).toEqual(bad);
  });
});
