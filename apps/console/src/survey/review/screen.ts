import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const reviews = createRoute({
  getParentRoute: () => shell,
  path: '/survey/reviews',
  component: lazyPart(() => import('./reviews-page.tsx'), 'ReviewsPage'),
});
const review = createRoute({
  getParentRoute: () => shell,
  path: '/survey/cases/$id/review',
  component: lazyPart(() => import('./case-review-page.tsx'), 'CaseReviewPage'),
});

export const routes = [reviews, review] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-reviews',
    room: 'survey',
    word: TITLES.reviews,
    link: { to: '/survey/reviews' },
    needs: 'survey.intake',
  },
];
