import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { facet, searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const operators = createRoute({
  getParentRoute: () => shell,
  path: '/survey/operators',
  ...searchOf({
    search: text,
    verified: facet({ yes: true, no: true }),
    ended: facet({ yes: true, no: true }),
    open: text,
  }),
  component: lazyPart(() => import('./operators-page.tsx'), 'OperatorsPage'),
});

export const routes = [operators] as const;

export const entries: readonly Entry[] = [
  {
    key: 'survey-operators',
    room: 'survey',
    word: TITLES.operators,
    link: { to: '/survey/operators' },
    needs: 'survey.intake',
  },
];
