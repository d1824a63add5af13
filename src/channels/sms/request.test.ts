import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileRequest, type Described } from './request.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { Filling } from './template.ts';

const FILLING: Filling = {
  to: '+22370000001',
  to_digits: '22370000001',
  from: '36000',
  text: 'A "b"\n& c=d {to} + é',
  id: 'm1',
  part: '1',
  parts: '2',
  coding: '0',
};
const filled = (described: Partial<Described>, filling = FILLING) => {
  const compiled = compileRequest({
    url: 'https://g.example.org/send',
    method: 'POST',
    headers: {},
    ...described,
  });
  if ('wrong' in compiled) throw new Error(compiled.wrong);
  return { origin: compiled.origin, ...compiled.fill(filling) };
};

describe('C15: a gateway as its operator describes it', () => {
  it('JSON, with headers of its own', () => {
    const body = '{"to":["{to}"],"text":"{text}","meta":{"id":"{id}","n":1,"note":"{not one}"}}';
    const request = filled({ body, headers: { 'X-Key': 'a key', 'Idempotency-Key': '{id}' } });
    expect(request).toMatchObject({ origin: 'https://g.example.org', method: 'POST', path: '/send' });
    expect(request.headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'x-key': 'a key',
      'idempotency-key': 'm1',
    });
    expect(JSON.parse(request.body ?? '')).toEqual({
      to: ['+22370000001'],
      text: FILLING.text,
      meta: { id: 'm1', n: 1, note: '{not one}' },
    });
  });

  it('a form', () => {
    const request = filled({ body: 'username=benkan&to={to}&message={text}' });
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      ...{ username: 'benkan', to: FILLING.to, message: FILLING.text },
    });
  });

  it('everything in the address, and who we are before the host', () => {
    const url =
      'http://ben:a%20word@127.0.0.1:13013/cgi-bin/sendsms?to={to_digits}&text={text}&coding={coding}';
    const request = filled({ url, method: 'GET' });
    expect(request).toMatchObject({ origin: 'http://127.0.0.1:13013', method: 'GET' });
    expect(request.headers).toEqual({
      authorization: `Basic ${Buffer.from('ben:a word').toString('base64')}`,
    });
    const query = new URL(`${request.origin}${request.path}`).searchParams;
    expect(Object.fromEntries(query)).toEqual({ to: '22370000001', text: FILLING.text, coding: '0' });
    expect(request).not.toHaveProperty('body');
  });

  it('T13: whatever people write, it is words and nothing else', () => {
    const json = { body: '{"to":"{to}","text":"{text}"}' };
    const form = { body: 'to={to}&text={text}' };
    const query = { url: 'https://g.example.org/s?to={to}&text={text}', method: 'GET' as const };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const filling = { ...FILLING, text: wellFormed(text) };
        const sent = { to: FILLING.to, text: filling.text };
        expect(JSON.parse(filled(json, filling).body ?? '')).toEqual(sent);
        expect(Object.fromEntries(new URLSearchParams(filled(form, filling).body))).toEqual(sent);
        const { path } = filled(query, filling);
        expect(path).toMatch(/^[!-~]+$/);
        expect(Object.fromEntries(new URL(path, 'https://g').searchParams)).toEqual(sent);
      }),
    );
  });

  it('a header stays one line', () => {
    expect(
      filled({ body: 't={text}', headers: { id: '{id}' } }, { ...FILLING, id: 'a\r\nx: y' }).headers['id'],
    ).toBe('ax:y');
  });
});
