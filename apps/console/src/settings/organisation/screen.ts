import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/settings/organisation',
  component: lazyPart(() => import('./organisation-page.tsx'), 'OrganisationPage'),
});

export const routes = [organisation] as const;

export const entries: readonly Entry[] = [
  {
    key: 'organisation',
    room: 'settings',
    word: TITLES.organisation,
    also: TITLES.also,
    link: { to: '/settings/organisation' },
    needs: 'organisation.manage',
  },
];
