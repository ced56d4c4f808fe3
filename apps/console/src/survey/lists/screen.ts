import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const lists = createRoute({
  getParentRoute: () => shell,
  path: '/survey/lists',
  ...searchOf({ open: text }),
  component: lazyPart(() => import('./lists-page.tsx'), 'ListsPage'),
});

export const routes = [lists] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-lists',
    room: 'survey',
    word: TITLES.lists,
    link: { to: '/survey/lists' },
    needs: 'survey.read',
  },
];
