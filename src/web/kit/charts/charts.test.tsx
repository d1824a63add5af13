import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderPart } from '../render.ts';
import { ChartBox } from './chart-box.tsx';
import { HeatTable } from './heat-table.tsx';
import { LineChart } from './line-chart.tsx';
import { partsOf } from './parts-of.ts';
import { placesOf, ScaleChart } from './scale-chart.tsx';
import { StackedBars } from './stacked-bars.tsx';

const HOSTILE = '"><img src=x onerror=alert(1)>';
const draw = (chart: VNode): string => renderPart(chart);
const share = (value: number | null) => ({
  share: value,
  value: value === null ? '< 5' : `${String(Math.round(value * 100))} %`,
});

describe('stacked bars', () => {
  const parts = [{ label: 'Oui' }, { label: 'Non' }, { label: 'Ne sait pas', soft: true }];

  it('say every part of every bar, with its interval, in one go', () => {
    const shares = [
      { ...share(0.5), interval: { low: 0.4, high: 0.6, words: ['40 %', '60 %'] as const } },
      share(0.3),
      share(0.2),
    ];
    const html = draw(
      <StackedBars title="Eau ?" parts={parts} stacks={[{ label: 'Gao', base: '40', shares }]} />,
    );
    expect(html).toContain('aria-label="Eau ? Gao : Oui 50 % (de 40 % à 60 %), Non 30 %, Ne sait pas 20 %."');
    expect(html).toContain('x1="40.00%" x2="60.00%"');
    expect(html).toContain('class="part step-5"');
    expect(html).toContain('class="part part-soft"');
  });

  it('S12: hidden parts are one hatched rest, so that none of them can be measured', () => {
    expect(partsOf([0.5, null, 0.2, null])).toEqual([
      { part: 0, from: 0, width: 0.5 },
      { part: 2, from: 0.5, width: 0.2 },
      { part: null, from: 0.7, width: expect.closeTo(0.3) },
    ]);
    expect(partsOf([0.5, 0.7, -1])).toEqual([
      { part: 0, from: 0, width: 0.5 },
      { part: 1, from: 0.5, width: 0.5 },
    ]);
    const html = draw(
      <StackedBars
        title="?"
        parts={parts}
        stacks={[{ label: 'Gao', shares: [share(0.5), share(null), share(null)] }]}
      />,
    );
    expect(html).toMatch(/<rect fill="url\(#[^"]+\)" x="50.00%" width="50.00%"/u);
  });
});

describe('a scale', () => {
  it('has its middle on the middle of the drawing; the wider side fills its half', () => {
    const [low, mid, high] = placesOf([0.2, 0.2, 0.6]);
    expect(mid!.from + mid!.width / 2).toBeCloseTo(0.5);
    expect(high!.from + high!.width).toBeCloseTo(1);
    expect([low!.side, mid!.side, high!.side]).toEqual([-2, 0, 2]);
    expect(placesOf([0, 0, 0]).every(({ width }) => width === 0)).toBe(true);
  });

  it('says every step; what stands against is hatched, not only of another colour', () => {
    const steps = ['1', '2', '3', '4', '5'].map((label) => ({ label, ...share(0.2) }));
    const html = draw(<ScaleChart title="Confiance ?" steps={steps} />);
    expect(html).toContain('aria-label="Confiance ? 1, 20 % ; 2, 20 % ; 3, 20 % ; 4, 20 % ; 5, 20 %."');
    expect(html.match(/<rect fill="url\(#/gu)).toHaveLength(2);
  });

  it('S12: with a hidden step every step has its own bar, the hidden one as wide as all', () => {
    const html = draw(
      <ScaleChart
        title="?"
        steps={[share(0.7), share(null)].map((one, index) => ({ label: String(index), ...one }))}
      />,
    );
    expect(html).toMatch(/<rect fill="url\(#[^"]+\)" width="100%"/u);
    expect(html).not.toContain('chart-middle');
  });
});

describe('lines', () => {
  it('break where a point is not shown, and say so; a lone point is a dot', () => {
    const html = draw(
      <LineChart
        title="Mois"
        places={['mai', 'juin', 'juillet', 'août']}
        lines={[{ label: 'Part', points: [0.2, null, 0.4, 0.1] }]}
        most={0.4}
        say={(point) => `${String(point * 100)} %`}
        gap="masqué"
      />,
    );
    expect(html).toContain('aria-label="Mois Part : mai 20 %, juin masqué, juillet 40 %, août 10 %."');
    expect(html.match(/<polyline/gu)).toHaveLength(1);
    expect(html.match(/class="line-dot"/gu)).toHaveLength(3);
    expect(html).toContain('points="66.67,0.00 100.00,30.00"');
  });
});

describe('a heat table', () => {
  it('is a table: every cell says its value; a hidden one is hatched', () => {
    const html = draw(
      <HeatTable
        id="h"
        caption="Qui ?"
        corner="Région"
        columns={['Oui', 'Non']}
        rows={[{ label: 'Gao', cells: [share(0.8), share(null)] }]}
      />,
    );
    expect(html).toContain('<th scope="row">Gao</th><td class="numeric shade-5"><span>80 %</span></td>');
    expect(html).toContain('<td class="numeric hatched"><span>&lt; 5</span></td>');
  });
});

it('T13: no chart has an inline style, and each escapes its words', () => {
  const one = [
    { label: HOSTILE, value: HOSTILE, share: 0.5, shares: [share(0.5)], points: [0.5], cells: [share(1)] },
  ];
  const charts = [
    <StackedBars key="s" title={HOSTILE} parts={one} stacks={one} />,
    <ScaleChart key="l" title={HOSTILE} steps={one} />,
    <LineChart key="c" title={HOSTILE} places={[HOSTILE]} lines={one} most={1} say={() => HOSTILE} gap="" />,
    <HeatTable key="h" id="h" caption={HOSTILE} corner={HOSTILE} columns={[HOSTILE]} rows={one} />,
  ];
  const html = draw(
    <ChartBox id="t" caption={HOSTILE} columns={[]} rows={[]}>
      {charts}
    </ChartBox>,
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('style=');
});
