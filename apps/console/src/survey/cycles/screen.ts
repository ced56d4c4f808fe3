import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const cycles = createRoute({
  getParentRoute: () => shell,
  path: '/survey/cycles',
  component: lazyPart(() => import('./cycles-page.tsx'), 'CyclesPage'),
});
const cycle = createRoute({
  getParentRoute: () => shell,
  path: '/survey/cycles/$id',
  component: lazyPart(() => import('./cycle-page.tsx'), 'CyclePage'),
});

export const routes = [cycles, cycle] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-cycles',
    room: 'survey',
    word: TITLES.cycles,
    link: { to: '/survey/cycles' },
    needs: 'survey.read',
  },
];
