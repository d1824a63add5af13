import { describe, expect, it } from '@jest/globals';
import { inScope, scopeOf } from './scope.ts';

describe('T20: the regions of a coordinator', () => {
  it('only a coordinator has borders, and one without regions sees nothing', () => {
    expect(scopeOf({ role: 'coordinator', regions: ['gao'] })).toEqual(['gao']);
    expect(scopeOf({ role: 'coordinator' })).toEqual([]);
    expect(scopeOf({ role: 'admin', regions: ['gao'] })).toBeUndefined();
  });

  it.each([
    [['gao'], 'gao', true],
    [['gao'], 'gao/ansongo', true],
    [['gao'], 'gaoua', false],
    [['gao'], 'mopti', false],
    [['gao'], null, false],
    [['gao'], undefined, false],
    [['gao'], '', false],
    [[], 'gao', false],
    [undefined, 'mopti', true],
    [undefined, null, true],
  ] as const)('of %j, %s: %s', (regions, place, seen) => {
    expect(inScope(regions === undefined ? {} : { regions }, place)).toBe(seen);
  });
});
