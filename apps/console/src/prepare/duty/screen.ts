import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const duty = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/duty',
  component: lazyPart(() => import('./duty-page.tsx'), 'DutyPage'),
});

export const routes = [duty] as const;

export const entries: readonly Entry[] = [
  { key: 'duty', room: 'prepare', word: TITLES.duty, link: { to: '/prepare/duty' } },
];
