import { createRoute } from '@tanstack/react-router';
import { root } from '../shell/parent.ts';
import { searchOf, text } from '../shell/search.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  ...searchOf({ error: text, to: text }),
  component: lazyPart(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyPart(() => import('./link-page.tsx'), 'LinkPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyPart(() => import('./setup-page.tsx'), 'SetupPage'),
});

export const routes = [signIn, link, setup] as const;
