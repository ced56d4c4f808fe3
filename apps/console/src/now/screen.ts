import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../shell/entry.ts';
import { shell } from '../shell/parent.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';

const NowPage = lazyPart(() => import('./now-page.tsx'), 'NowPage');

const now = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: NowPage,
});

/** Whoever comes to the first screen gets its file while it is still asked who they are. */
export const hastenNow = (pathname: string): void => {
  if (pathname === '/') void NowPage.preload();
};

export const routes = [now] as const;

export const entries: readonly Entry[] = [
  { key: 'now', room: 'now', word: W.now, link: { to: '/' }, unlisted: true },
];
