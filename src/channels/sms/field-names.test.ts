import { describe, expect, it } from '@jest/globals';
import { readCodes, readFieldNames, valueAt } from './field-names.ts';

describe('C15: where a gateway writes what', () => {
  it('pairs of our name and its own', () => {
    expect(readFieldNames('from=payload.phone  text=msg', ['from', 'text'])).toEqual({
      from: 'payload.phone',
      text: 'msg',
    });
  });

  it.each(['', 'from', 'from=', 'from=a b', 'other=a', 'from=a from=b', 'from=a/b', '__proto__=a'])(
    '%j is refused',
    (written) => {
      expect(readFieldNames(written, ['from', 'text'])).toBeUndefined();
    },
  );

  it('codes and what they mean, in small letters', () => {
    expect([...(readCodes('ok:100,DELIVRD gone:sms:failed', ['ok', 'gone']) ?? [])]).toEqual([
      ['100', 'ok'],
      ['delivrd', 'ok'],
      ['sms:failed', 'gone'],
    ]);
  });

  it.each(['', 'ok', 'ok:', 'bad:1', 'ok=1'])('%j means nothing', (written) => {
    expect(readCodes(written, ['ok'])).toBeUndefined();
  });

  it.each<[unknown, string, string | undefined]>([
    [{ a: { b: ['x', 'y'] } }, 'a.b.1', 'y'],
    [{ 'a.b': 'flat' }, 'a.b', 'flat'],
    [{ n: 12 }, 'n', '12'],
    [{ n: 1e999 }, 'n', undefined],
    [{ n: { o: 1 } }, 'n', undefined],
    [{ n: null }, 'n.o', undefined],
    [{}, '__proto__.toString', undefined],
    [{}, 'constructor.name', undefined],
    ['text', 'length', undefined],
    [null, 'a', undefined],
    [JSON.parse('{"__proto__":{"from":"x"}}'), 'from', undefined],
  ])('in %j at %s: %j', (source, path, value) => {
    expect(valueAt(source, path)).toBe(value);
  });
});
