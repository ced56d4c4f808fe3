import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';
import { LIBRARY } from '../library.ts';

const lessons = createRoute({
  getParentRoute: () => shell,
  path: '/learn/lessons',
  ...searchOf({ ...LIBRARY, open: text }),
  component: lazyPart(() => import('./lessons-page.tsx'), 'LessonsPage'),
});

export const routes = [lessons] as const;

export const entries: readonly Entry[] = [
  { key: 'lessons', room: 'learn', word: W.lessons, link: { to: '/learn/lessons' } },
];
