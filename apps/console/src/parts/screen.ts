import { createRoute } from '@tanstack/react-router';
import { shell } from '../shell/parent.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

/** For maintainers: nothing leads there but its address. */
const parts = createRoute({
  getParentRoute: () => shell,
  path: '/parts',
  component: lazyPart(() => import('./parts-page.tsx'), 'PartsPage'),
});

export const routes = [parts] as const;
