import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const one = createRoute({
  getParentRoute: () => shell,
  path: '/survey/own-lessons/$id',
  component: lazyPart(() => import('./own-lessons-page.tsx'), 'OwnLessonsPage'),
});

export const routes = [one] as const;
/** One comes to it from one's own reports. */
export const entries: readonly Entry[] = [];
