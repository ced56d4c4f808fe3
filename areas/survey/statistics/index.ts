export { countForReport } from './look-at-statistics.ts';
