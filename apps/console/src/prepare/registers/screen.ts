import { createRoute, notFound } from '@tanstack/react-router';
import type { RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import type { Entry, LaterEntries } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { fetchedOnce, lazyPart } from '../../ui/lazy-part.tsx';
import { TITLES } from './titles.ts';

const calls = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/calls',
  component: lazyPart(() => import('./calls-page.tsx'), 'CallsPage'),
});
const register = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/registers/$register',
  params: {
    // Their shapes come with their screen: that there is such a register is known before it is drawn.
    parse: ({ register: name }) => ({ register: name as RegisterName }),
    stringify: ({ register: name }) => ({ register: name }),
  },
  beforeLoad: async ({ params }) => {
    const { REGISTERS } = await import('../../../../../areas/prepare/register-kinds/words.ts');
    if (!Object.hasOwn(REGISTERS, params.register)) throw notFound();
  },
  ...searchOf({ search: text, open: text, lack: text }),
  component: lazyPart(() => import('./register-page.tsx'), 'RegisterPage'),
});

export const routes = [calls, register] as const;

export const entries: readonly (Entry | LaterEntries)[] = [
  {
    key: 'calls',
    room: 'prepare',
    word: TITLES.callMatrix,
    link: { to: '/prepare/calls' },
    needs: 'register.read',
  },
  {
    key: 'registers',
    room: 'prepare',
    needs: 'register.read',
    load: fetchedOnce(async () => (await import('./register-entries.ts')).entries),
  },
];
