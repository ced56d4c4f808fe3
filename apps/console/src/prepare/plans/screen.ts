import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const plans = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/plans',
  ...searchOf({ search: text }),
  component: lazyPart(() => import('./plans-page.tsx'), 'PlansPage'),
});
const plan = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/plans/$plan',
  ...searchOf({ edit: text, part: text }),
  component: lazyPart(() => import('./plan-page.tsx'), 'PlanPage'),
});

export const routes = [plans, plan] as const;

export const entries: readonly Entry[] = [
  {
    key: 'plans',
    room: 'prepare',
    word: TITLES.plans,
    link: { to: '/prepare/plans' },
    needs: 'register.read',
  },
];
