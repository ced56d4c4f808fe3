import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../shell/entry.ts';
import { shell } from '../shell/parent.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';

const survey = createRoute({
  getParentRoute: () => shell,
  path: '/survey',
  component: lazyPart(() => import('./survey-page.tsx'), 'SurveyPage'),
});

export const routes = [survey] as const;

export const entries: readonly Entry[] = [
  { key: 'survey', room: 'survey', word: W.survey, link: { to: '/survey' }, unlisted: true },
];
