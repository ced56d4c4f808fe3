import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const headquartersTime = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/headquarters-time',
  component: lazyPart(() => import('./headquarters-page.tsx'), 'HeadquartersPage'),
});

export const routes = [headquartersTime] as const;

export const entries: readonly Entry[] = [
  {
    key: 'headquarters-time',
    room: 'prepare',
    word: TITLES.headquartersTime,
    link: { to: '/prepare/headquarters-time' },
    needs: 'register.read',
  },
];
