import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../shell/entry.ts';
import { shell } from '../shell/parent.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

/** For maintainers: only the palette leads there. */
const parts = createRoute({
  getParentRoute: () => shell,
  path: '/parts',
  component: lazyPart(() => import('./parts-page.tsx'), 'PartsPage'),
});

export const routes = [parts] as const;

export const entries: readonly Entry[] = [
  {
    key: 'parts',
    room: 'settings',
    word: TITLES.parts,
    link: { to: '/parts' },
    needs: 'organisation.manage',
    unlisted: true,
  },
];
