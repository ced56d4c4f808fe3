import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const people = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/people',
  ...searchOf({ search: text, role: text }),
  component: lazyPart(() => import('./people-page.tsx'), 'PeoplePage'),
});

export const routes = [people] as const;

export const entries: readonly Entry[] = [
  {
    key: 'people',
    room: 'prepare',
    word: TITLES.people,
    also: TITLES.also,
    link: { to: '/prepare/people' },
    // The rail has it at its foot, whatever room one is in.
    unlisted: true,
  },
];
