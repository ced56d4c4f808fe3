import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const hearings = createRoute({
  getParentRoute: () => shell,
  path: '/survey/hearings',
  component: lazyPart(() => import('./hearings-page.tsx'), 'HearingsPage'),
});
const hearing = createRoute({
  getParentRoute: () => shell,
  path: '/survey/hearings/$id',
  component: lazyPart(() => import('./hearing-page.tsx'), 'HearingPage'),
});

export const routes = [hearings, hearing] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-hearings',
    room: 'survey',
    word: TITLES.hearings,
    link: { to: '/survey/hearings' },
    needs: 'survey.intake',
  },
];
