import { createRoute } from '@tanstack/react-router';
import type { AssetKind, Gap } from '../../../../../areas/prepare/assets/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const systems = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/systems',
  ...searchOf({
    kind: facet<AssetKind>({
      service: true,
      system: true,
      interface: true,
      site: true,
      fleet: true,
      host: true,
    }),
    gap: facet<Gap>({ owner: true, impact: true, rto: true, dependency: true }),
    search: text,
    open: text,
  }),
  component: lazyPart(() => import('./systems-page.tsx'), 'SystemsPage'),
});
const graph = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/graph',
  ...searchOf({ around: text, what: text, open: text }),
  component: lazyPart(() => import('./graph-page.tsx'), 'GraphPage'),
});
const recovery = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/recovery',
  component: lazyPart(() => import('./recovery-page.tsx'), 'RecoveryPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/imports',
  ...searchOf({ open: text }),
  component: lazyPart(() => import('./imports-page.tsx'), 'ImportsPage'),
});

export const routes = [systems, graph, recovery, imports] as const;

export const entries: readonly Entry[] = [
  {
    key: 'systems',
    room: 'prepare',
    word: TITLES.systems,
    link: { to: '/prepare/systems' },
    needs: 'register.read',
  },
  {
    key: 'graph',
    room: 'prepare',
    word: TITLES.graphOfSystems,
    link: { to: '/prepare/graph' },
    needs: 'register.read',
    unlisted: true,
  },
  {
    key: 'recovery',
    room: 'prepare',
    word: TITLES.recoveryOrder,
    link: { to: '/prepare/recovery' },
    needs: 'register.read',
    unlisted: true,
  },
  {
    key: 'imports',
    room: 'prepare',
    word: TITLES.importSystems,
    link: { to: '/prepare/imports' },
    needs: 'register.read',
    unlisted: true,
  },
];
