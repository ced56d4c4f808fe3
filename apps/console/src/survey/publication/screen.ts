import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const publication = createRoute({
  getParentRoute: () => shell,
  path: '/survey/cycles/$id/publication',
  component: lazyPart(() => import('./publication-page.tsx'), 'PublicationPage'),
});

export const routes = [publication] as const;
/** It is reached from its survey. */
export const entries: readonly Entry[] = [];
