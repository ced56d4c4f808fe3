import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';
import { LIBRARY } from '../library.ts';

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/learn',
  ...searchOf(LIBRARY),
  component: lazyPart(() => import('./cases-page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/learn/cases/$id',
  ...searchOf({ edit: text }),
  component: lazyPart(() => import('./case-page.tsx'), 'CasePage'),
});

export const routes = [cases, oneCase] as const;

export const entries: readonly Entry[] = [
  { key: 'cases', room: 'learn', word: W.cases, link: { to: '/learn' } },
];
