import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { oneOf, searchOf } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const anonymise = createRoute({
  getParentRoute: () => shell,
  path: '/survey/cases/$id/public',
  ...searchOf({ part: oneOf(['words', 'names', 'texts', 'linkage'], 'words') }),
  component: lazyPart(() => import('./anonymise-page.tsx'), 'AnonymisePage'),
});

export const routes = [anonymise] as const;
/** One comes to it from a case. */
export const entries: readonly Entry[] = [];
