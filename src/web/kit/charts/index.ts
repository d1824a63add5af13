export { type Bar, BarChart } from './bar-chart.tsx';
export { chartStyles } from './styles.ts';
