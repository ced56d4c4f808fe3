import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const sources = createRoute({
  getParentRoute: () => shell,
  path: '/settings/sources',
  ...searchOf({ search: text }),
  component: lazyPart(() => import('./sources-page.tsx'), 'SourcesPage'),
});

export const routes = [sources] as const;

export const entries: readonly Entry[] = [
  {
    key: 'sources',
    room: 'settings',
    word: TITLES.sources,
    also: TITLES.also,
    link: { to: '/settings/sources' },
    needs: 'source.read',
  },
];
