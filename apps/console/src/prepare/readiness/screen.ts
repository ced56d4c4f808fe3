import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const readiness = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/readiness',
  component: lazyPart(() => import('./readiness-page.tsx'), 'ReadinessPage'),
});

export const routes = [readiness] as const;

export const entries: readonly Entry[] = [
  {
    key: 'readiness',
    room: 'prepare',
    word: TITLES.readiness,
    link: { to: '/prepare/readiness' },
    needs: 'register.read',
  },
];
