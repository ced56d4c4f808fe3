import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { routes } from './screens.ts';
import { NotFound } from './shell/not-found.tsx';
import { PageFailure } from './shell/page-failure.tsx';
import { PagePending } from './shell/page-pending.tsx';
import { root, shell } from './shell/parent.ts';
import { Shell } from './shell/shell.tsx';
import { routes as signIn } from './sign-in/screen.ts';

const prepare = createRoute({
  getParentRoute: () => shell,
  path: '/prepare',
  beforeLoad: () => {
    throw redirect({ to: '/prepare/systems' });
  },
});
shell.update({ component: Shell });

export const router = createRouter({
  routeTree: root.addChildren([...signIn, shell.addChildren([prepare, ...routes])]),
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: PagePending,
  // A file that is there at once shows no shape; one that takes its time shows one from its first moments on.
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPreload: 'intent',
  // Addresses people can read and type: ?state=firing, not JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (values) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
    }
    return search.size > 0 ? `?${search}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
