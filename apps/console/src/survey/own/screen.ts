import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const list = createRoute({
  getParentRoute: () => shell,
  path: '/survey/own-reports',
  component: lazyPart(() => import('./own-reports-page.tsx'), 'OwnReportsPage'),
});
const one = createRoute({
  getParentRoute: () => shell,
  path: '/survey/own-reports/$id',
  component: lazyPart(() => import('./own-report-page.tsx'), 'OwnReportPage'),
});

export const routes = [list, one] as const;

export const entries: readonly Entry[] = [
  {
    key: 'own-reports',
    room: 'survey',
    word: TITLES.own,
    link: { to: '/survey/own-reports' },
    needs: 'report.send',
  },
];
