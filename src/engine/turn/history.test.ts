import { describe, expect, it } from '@jest/globals';
import { answersFrom, entriesOf } from '../answers.ts';
import type { Frame, Value } from '../types.ts';
import { askedAnew, noted, questionBefore, sealed } from './history.ts';

const buildFrame = (answers: Record<string, Value>, more: Partial<Frame> = {}): Frame => ({
  ...{ sid: 's', flow: 'f', hash: 'h', step: '', tries: 0, vars: {} },
  answers: answersFrom(Object.entries(answers)),
  ...more,
});
const way = ({ answers }: Frame) => entriesOf(answers).map(([step, value]) => `${step}=${String(value)}`);

describe('the way of a run through its questions', () => {
  it('an answer comes last; the same one again leaves the way as it is, another forgets what lies after it', () => {
    const frame = buildFrame({ a: 1, b: null });
    noted(frame, 'c', 'x');
    expect(way(frame)).toEqual(['a=1', 'b=null', 'c=x']);
    noted(frame, 'a', 1);
    expect(way(frame)).toEqual(['a=1', 'b=null', 'c=x']);
    noted(frame, 'a', 2);
    expect(way(frame)).toEqual(['a=2']);
  });

  it('a question a loop comes round to lies ahead again', () => {
    const frame = buildFrame({ a: 1, b: 2, c: 3 }, { sealed: 2 });
    askedAnew(frame, 'a');
    expect(way(frame)).toEqual(['b=2', 'c=3', 'a=1']);
    expect(frame.sealed).toBe(1);
    askedAnew(frame, 'd');
    expect(way(frame)).toEqual(['b=2', 'c=3', 'a=1']);
  });

  it.each([
    ['a new one', { step: 'd' }, 'c'],
    ['one gone back to', { step: 'b' }, 'a'],
    ['the first', { step: 'a' }, undefined],
    ['one after something that cannot be undone', { step: 'd', sealed: 3 }, undefined],
    ['two after it', { step: 'd', sealed: 2 }, 'c'],
    ['gone back to what lies just after it', { step: 'c', sealed: 2 }, undefined],
  ])('what lies before %s', (_what, more, before) => {
    expect(questionBefore(buildFrame({ a: 1, b: 2, c: 3 }, more))).toBe(before);
  });

  it('where nothing was answered nothing is sealed', () => {
    const frame = buildFrame({});
    sealed(frame);
    expect(frame).not.toHaveProperty('sealed');
    expect(questionBefore(frame)).toBeUndefined();
  });
});
