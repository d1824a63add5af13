import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { type Bar, BarChart } from './bar-chart.tsx';

const draw = (...bars: Bar[]): string => renderToString(<BarChart title="Oui ou non ?" bars={bars} />);

describe('a bar chart', () => {
  it('says title, labels and values in one go, and hides its drawing from screen readers', () => {
    const html = draw(
      { label: 'Oui', share: 0.625, value: '63 %' },
      { label: 'Non', share: 0, value: '0 %' },
    );
    expect(html).toContain('role="img" aria-label="Oui ou non ? Oui, 63 % ; Non, 0 %."');
    expect(html.match(/aria-hidden="true"/gu)).toHaveLength(2);
  });

  it('draws shares on a scale from 0 to 100 %, whatever comes in', () => {
    const widths = [0.625, 1, 1.7, 0, -1].map(
      (share) => /class="chart-bar" width="([^"]*)"/u.exec(draw({ label: 'x', share, value: '' }))?.[1],
    );
    expect(widths).toEqual(['62.50%', '100.00%', '100.00%', undefined, undefined]);
  });

  it('S12: a hidden share has no bar to measure', () => {
    const html = draw({ label: 'x', share: null, value: '< 5' });
    expect(html).toContain('class="chart-hidden" width="100%"');
    expect(html).not.toContain('chart-bar');
  });

  it('T13: has no inline style and escapes its words', () => {
    const html = draw({ label: '"><img src=x>', share: 0.5, value: '<b>' });
    expect(html).not.toContain('style=');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
  });
});
