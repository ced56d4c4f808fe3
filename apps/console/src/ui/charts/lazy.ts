import { lazyPart } from '../lazy-part.tsx';

/** Charts come in a file of their own: most visits never look at one. */
export const LazyDayChart = lazyPart(() => import('./day-chart.tsx'), 'DayChart');
export const LazyHourBars = lazyPart(() => import('./hour-bars.tsx'), 'HourBars');
export const LazyCountBars = lazyPart(() => import('./count-bars.tsx'), 'CountBars');
