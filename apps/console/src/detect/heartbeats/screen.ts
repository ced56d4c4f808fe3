import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const heartbeats = createRoute({
  getParentRoute: () => shell,
  path: '/detect/heartbeats',
  ...searchOf({ search: text }),
  component: lazyPart(() => import('./heartbeats-page.tsx'), 'HeartbeatsPage'),
});

export const routes = [heartbeats] as const;

export const entries: readonly Entry[] = [
  {
    key: 'heartbeats',
    room: 'detect',
    word: TITLES.heartbeats,
    link: { to: '/detect/heartbeats' },
    needs: 'source.read',
  },
];
