import { createRoute } from '@tanstack/react-router';
import { shell } from '../../shell/parent.ts';
import { oneOf, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { SHEETS, TABS } from './sheets/rules.ts';

const incident = createRoute({
  getParentRoute: () => shell,
  path: '/respond/incidents/$id',
  ...searchOf({ sheet: oneOf(['', ...SHEETS], ''), tab: oneOf(['', ...TABS], '') }),
  component: lazyPart(() => import('./incident-page.tsx'), 'IncidentPage'),
});
const board = createRoute({
  getParentRoute: () => shell,
  path: '/respond/incidents/$id/board',
  ...searchOf({ wall: text }),
  component: lazyPart(() => import('./status-board.tsx'), 'StatusBoard'),
});

export const routes = [incident, board] as const;
