import { describe, expect, it } from '@jest/globals';
import { buildSet } from '../../../../test/engine/talk.ts';
import { graphOf } from '../../../engine/graph/flow-graph.ts';
import type { StoredCounts, StoredStep } from '../counting/counts-store.ts';
import { medianOf, TIME_CLASSES, timeClassOf } from '../counting/time-classes.ts';
import { figuresOf } from './figures.ts';
import { shown } from './shown.ts';

const row = (day: string, a: StoredStep, more: Partial<StoredCounts> = {}): StoredCounts => ({
  ...{ _id: day, flow: 'f', day, lang: 'fr', channel: 'web' },
  steps: { a },
  ...more,
});

describe('F11: figures of a step', () => {
  it('add up what several days, languages and processes counted', () => {
    const { begun, waiting, steps } = figuresOf(
      [
        row('2026-01-01', { out: { then: 3 }, waiting: 2 }, { begun: 5 }),
        row('2026-01-02', { out: { then: 1, else: 4 }, dropped: 2, retried: 1 }, { begun: 7 }),
      ],
      '2025-12-01',
    );
    expect({ begun, waiting }).toEqual({ begun: 12, waiting: 2 });
    expect(steps.get('a')).toMatchObject({
      in: 12,
      out: { then: 4, else: 4 },
      waiting: 2,
      dropped: 2,
      retried: 1,
    });
  });

  it('take who has not moved for long as broken off', () => {
    const { steps } = figuresOf(
      [row('2026-01-01', { waiting: 3 }), row('2026-02-01', { waiting: 2 })],
      '2026-01-15',
    );
    expect(steps.get('a')).toMatchObject({ in: 5, waiting: 2, dropped: 3 });
  });

  it.each([
    [[2_000, 3_000, 4_000], 2.5],
    [[20_000, 25_000, 300_000], 25],
    [[], null],
    [[2 * 86_400_000, 2 * 86_400_000], null],
  ])('the median of %j ms is %s s', (times, median) => {
    const classes: Record<string, number> = {};
    for (const ms of times) classes[timeClassOf(ms)] = (classes[timeClassOf(ms)] ?? 0) + 1;
    expect(medianOf(classes)).toBe(median);
  });

  it('every time has a class', () => {
    expect([0, 5_000, 5_001, 10 ** 12].map(timeClassOf)).toEqual([0, 0, 1, TIME_CLASSES.length]);
  });
});

describe('T6, S12: figures as staff may see them', () => {
  const flow = () => {
    const source =
      'steps:\n  - ask: a\n    type: text\n    on_fail: { goto: b }\n  - end: true\n  - say: b\n';
    const found = buildSet({ f: source }).flows.get('f');
    if (found === undefined) throw new Error('no flow');
    return found;
  };
  const figures = figuresOf(
    [row('2026-01-01', { out: { answered: 13, on_fail: 3 }, dropped: 1, time: { '2': 13 } }, { begun: 17 })],
    '2025-01-01',
  );

  it('of everybody together are exact, on each line of the map too', () => {
    const all = shown(figures, flow(), false);
    expect(all.step('a')).toMatchObject({ in: 17, left: 16, dropped: 1, answered: 13 });
    expect(graphOf(flow()).edges.map((edge) => all.edge(edge))).toEqual([17, 13, 3, 0]);
  });

  it('of chosen people hide 1 to 4 and round the rest, so that sums give nothing away', () => {
    const few = shown(figures, flow(), true);
    expect(few.step('a')).toMatchObject({ in: 15, left: 15, dropped: null, answered: 15, lost: 0 });
    expect(graphOf(flow()).edges.map((edge) => few.edge(edge))).toEqual([15, 15, null, 0]);
  });

  it('never show the median of fewer than five', () => {
    const two = figuresOf([row('2026-01-01', { out: { answered: 2 }, time: { '2': 2 } })], '2025-01-01');
    expect(shown(two, flow(), false).step('a').median).toBeNull();
    expect(shown(figures, flow(), false).step('a').median).toBeGreaterThan(0);
  });
});
