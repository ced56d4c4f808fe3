import { createRoute } from '@tanstack/react-router';
import { ATTEMPT_STATES } from '../../../../../areas/respond/paging/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/respond/outbox',
  ...searchOf({ state: facet(ATTEMPT_STATES), open: text }),
  component: lazyPart(() => import('./outbox-page.tsx'), 'OutboxPage'),
});

export const routes = [outbox] as const;

export const entries: readonly Entry[] = [
  { key: 'outbox', room: 'respond', word: W.outbox, link: { to: '/respond/outbox' }, needs: 'page.command' },
];
