import { createRoute } from '@tanstack/react-router';
import type { SignalState } from '../../../../../areas/detect/signals/schema.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';

const signals = createRoute({
  getParentRoute: () => shell,
  path: '/detect',
  ...searchOf({
    state: facet<SignalState>({ firing: true, resolved: true, silent: true }),
    search: text,
    open: text,
  }),
  component: lazyPart(() => import('./signals-page.tsx'), 'SignalsPage'),
});

export const routes = [signals] as const;

export const entries: readonly Entry[] = [
  { key: 'signals', room: 'detect', word: W.signals, link: { to: '/detect' } },
];
