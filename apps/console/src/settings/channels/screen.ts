import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const channels = createRoute({
  getParentRoute: () => shell,
  path: '/settings/channels',
  component: lazyPart(() => import('./channels-page.tsx'), 'ChannelsPage'),
});

export const routes = [channels] as const;

export const entries: readonly Entry[] = [
  {
    key: 'channels',
    room: 'settings',
    word: TITLES.channels,
    also: TITLES.also,
    link: { to: '/settings/channels' },
    needs: 'channel.read',
  },
];
