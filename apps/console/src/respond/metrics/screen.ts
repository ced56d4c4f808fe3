import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const metrics = createRoute({
  getParentRoute: () => shell,
  path: '/respond/metrics',
  ...searchOf({ days: text }),
  component: lazyPart(() => import('./metrics-page.tsx'), 'MetricsPage'),
});

export const routes = [metrics] as const;

export const entries: readonly Entry[] = [
  {
    key: 'metrics',
    room: 'respond',
    word: TITLES.metrics,
    link: { to: '/respond/metrics' },
    needs: 'room.read',
  },
];
