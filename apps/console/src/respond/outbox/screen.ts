import { createRoute } from '@tanstack/react-router';
import type { State } from '../../../../../areas/sending/outbox/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/respond/outbox',
  ...searchOf({
    state: facet<State>({
      queued: true,
      held: true,
      sending: true,
      accepted: true,
      delivered: true,
      seen: true,
      failed: true,
      acknowledged: true,
      withdrawn: true,
      reached: true,
      returned: true,
    }),
    open: text,
  }),
  component: lazyPart(() => import('./outbox-page.tsx'), 'OutboxPage'),
});

export const routes = [outbox] as const;

export const entries: readonly Entry[] = [
  {
    key: 'outbox',
    room: 'respond',
    word: TITLES.outbox,
    link: { to: '/respond/outbox' },
    needs: 'page.command',
  },
];
