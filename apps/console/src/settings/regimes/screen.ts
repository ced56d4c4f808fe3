import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const regimes = createRoute({
  getParentRoute: () => shell,
  path: '/settings/regimes',
  ...searchOf({ open: text }),
  component: lazyPart(() => import('./regimes-page.tsx'), 'RegimesPage'),
});

export const routes = [regimes] as const;

export const entries: readonly Entry[] = [
  {
    key: 'regimes',
    room: 'settings',
    word: TITLES.regimes,
    also: TITLES.also,
    link: { to: '/settings/regimes' },
    needs: 'room.read',
  },
];
