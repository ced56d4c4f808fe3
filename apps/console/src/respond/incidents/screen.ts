import { createRoute, redirect } from '@tanstack/react-router';
import type { IncidentState } from '../../../../../areas/respond/incidents/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';

const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/respond',
  ...searchOf({
    state: facet<IncidentState>({ open: true, resolved: true, closed: true }),
    search: text,
    declare: text,
  }),
  component: lazyPart(() => import('./incidents-page.tsx'), 'IncidentsPage'),
});

/** As people type it, who were shown the address of one incident. */
const list = createRoute({
  getParentRoute: () => shell,
  path: '/respond/incidents',
  beforeLoad: () => {
    throw redirect({ to: '/respond', replace: true });
  },
});

export const routes = [incidents, list] as const;

export const entries: readonly Entry[] = [
  {
    key: 'declare',
    room: 'respond',
    word: W.declare,
    link: { to: '/respond', search: { declare: 'yes' } },
    needs: 'incident.declare',
    unlisted: true,
  },
  { key: 'incidents', room: 'respond', word: TITLES.incidents, link: { to: '/respond' } },
];
