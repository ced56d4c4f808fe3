import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const statistics = createRoute({
  getParentRoute: () => shell,
  path: '/survey/statistics',
  ...searchOf({ from: text, until: text, cutoff: text }),
  component: lazyPart(() => import('./statistics-page.tsx'), 'StatisticsPage'),
});

export const routes = [statistics] as const;

export const entries: readonly Entry[] = [
  {
    key: 'statistics',
    room: 'survey',
    word: TITLES.statistics,
    link: { to: '/survey/statistics' },
    needs: 'survey.read',
  },
];
