import { createRoute } from '@tanstack/react-router';
import type { IMPROVEMENT_STATES } from '../../../../../areas/learn/improvements/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const improvements = createRoute({
  getParentRoute: () => shell,
  path: '/learn/improvements',
  ...searchOf({
    state: facet<(typeof IMPROVEMENT_STATES)[number]>({
      draft: true,
      planned: true,
      done: true,
      dropped: true,
    }),
    search: text,
    open: text,
  }),
  component: lazyPart(() => import('./improvements-page.tsx'), 'ImprovementsPage'),
});

export const routes = [improvements] as const;

export const entries: readonly Entry[] = [
  { key: 'improvements', room: 'learn', word: TITLES.improvements, link: { to: '/learn/improvements' } },
];
