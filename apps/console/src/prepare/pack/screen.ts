import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const pack = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/pack',
  component: lazyPart(() => import('./pack-page.tsx'), 'PackPage'),
});

export const routes = [pack] as const;

export const entries: readonly Entry[] = [
  { key: 'pack', room: 'prepare', word: TITLES.pack, link: { to: '/prepare/pack' }, needs: 'register.read' },
];
