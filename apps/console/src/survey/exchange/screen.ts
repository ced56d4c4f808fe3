import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { oneOf, searchOf } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const exchange = createRoute({
  getParentRoute: () => shell,
  path: '/survey/exchange',
  ...searchOf({ list: oneOf(['sent', 'received', 'refused'], 'sent') }),
  component: lazyPart(() => import('./exchange-page.tsx'), 'ExchangePage'),
});

export const routes = [exchange] as const;

export const entries: readonly Entry[] = [
  {
    key: 'exchange',
    room: 'survey',
    word: TITLES.exchange,
    link: { to: '/survey/exchange' },
    needs: 'survey.intake',
  },
];
