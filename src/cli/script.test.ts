import { describe, expect, it } from '@jest/globals';
import { readScript } from './script.ts';

describe('script', () => {
  it('reads what a person says, taps, sends and waits', () => {
    const text = '{"say":"oui"}\n\n{"tap":"eau"}\r\n{"send":"voice"}\n{"wait":"25h"}\n{"wait":"+2d"}\n';
    expect(readScript(text, 's')).toEqual([
      { say: 'oui' },
      { tap: 'eau' },
      { send: 'voice' },
      { wait: 90_000_000 },
      { wait: 172_800_000 },
    ]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['an unknown word', '{"type":"x"}'],
    ['two at once', '{"say":"a","tap":"b"}'],
    ['a number to say', '{"say":1}'],
    ['an unknown medium', '{"send":"fax"}'],
    ['a wait without a unit', '{"wait":"25"}'],
    ['a wait of years', '{"wait":"999d"}'],
    ['a prototype', '{"__proto__":{"say":"x"}}'],
    ['a comment', '// {"say":"x"}'],
  ])('refuses %s and names the line', (_, line) => {
    expect(() => readScript(`{"say":"a"}\n${line}`, 'talk.jsonl')).toThrow(/^talk\.jsonl:2: expected one of/);
  });

  it('refuses a script without end', () => {
    expect(() => readScript('{"say":"a"}\n'.repeat(10_001), 's')).toThrow(/split the script/);
  });
});
