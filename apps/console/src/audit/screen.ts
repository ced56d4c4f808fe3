import { createRoute } from '@tanstack/react-router';
import type { Entry } from '../shell/entry.ts';
import { shell } from '../shell/parent.ts';
import { searchOf, text } from '../shell/search.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  ...searchOf({ kind: text, person: text, incident: text, from: text, to: text, search: text }),
  component: lazyPart(() => import('./audit-page.tsx'), 'AuditPage'),
});

export const routes = [audit] as const;

export const entries: readonly Entry[] = [
  { key: 'audit', room: 'audit', word: W.audit, link: { to: '/audit' }, needs: 'audit.read', unlisted: true },
];
