import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';

const account = createRoute({
  getParentRoute: () => shell,
  path: '/settings/account',
  ...searchOf({ sessions: text, keys: text }),
  component: lazyPart(() => import('./account-page.tsx'), 'AccountPage'),
});

export const routes = [account] as const;

export const entries: readonly Entry[] = [
  {
    key: 'account',
    room: 'settings',
    word: W.account,
    also: TITLES.also,
    link: { to: '/settings/account' },
  },
];
