import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/survey/reports',
  ...searchOf({
    verdict: facet({ inReview: true, passed: true, toRevise: true, notOurs: true }),
    state: facet({ draft: true, received: true, withdrawn: true }),
    punctual: facet({ late: true, overdue: true }),
    search: text,
  }),
  component: lazyPart(() => import('./reports-page.tsx'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: '/survey/reports/$id',
  component: lazyPart(() => import('./report-page.tsx'), 'ReportPage'),
});

export const routes = [reports, report] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-reports',
    room: 'survey',
    word: TITLES.reports,
    link: { to: '/survey/reports' },
    needs: 'survey.intake',
  },
];
