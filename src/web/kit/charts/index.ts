export { type Bar, BarChart } from './bar-chart.tsx';
export { ChartBox } from './chart-box.tsx';
export { type HeatCell, HeatTable } from './heat-table.tsx';
export { type Line, LineChart } from './line-chart.tsx';
export { ScaleChart, type ScaleStep } from './scale-chart.tsx';
export { type Part, type Stack, StackedBars, type StackShare } from './stacked-bars.tsx';
export { chartStyles } from './styles.ts';
