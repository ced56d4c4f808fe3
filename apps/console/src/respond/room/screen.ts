import { createRoute } from '@tanstack/react-router';
import { shell } from '../../shell/parent.ts';
import { oneOf, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { ROOM_TABS } from './tabs.ts';

const incident = createRoute({
  getParentRoute: () => shell,
  path: '/respond/incidents/$id',
  ...searchOf({ tab: oneOf(ROOM_TABS, 'command') }),
  component: lazyPart(() => import('./incident-page.tsx'), 'IncidentPage'),
});
const board = createRoute({
  getParentRoute: () => shell,
  path: '/respond/incidents/$id/board',
  ...searchOf({ wall: text }),
  component: lazyPart(() => import('./status-board.tsx'), 'StatusBoard'),
});

export const routes = [incident, board] as const;
