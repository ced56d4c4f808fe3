import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../shell/entry.ts';
import { shell } from '../shell/parent.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';

const now = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyPart(() => import('./now-page.tsx'), 'NowPage'),
});

export const routes = [now] as const;

export const entries: readonly Entry[] = [
  { key: 'now', room: 'now', word: W.now, link: { to: '/' }, unlisted: true },
];
