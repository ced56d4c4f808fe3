import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const rules = createRoute({
  getParentRoute: () => shell,
  path: '/respond/rules',
  ...searchOf({ search: text }),
  component: lazyPart(() => import('./rules-page.tsx'), 'RulesPage'),
});

export const routes = [rules] as const;

export const entries: readonly Entry[] = [
  { key: 'rules', room: 'respond', word: TITLES.rules, link: { to: '/respond/rules' }, needs: 'rule.read' },
];
