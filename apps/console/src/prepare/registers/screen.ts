import { createRoute, notFound } from '@tanstack/react-router';
import {
  REGISTER_NAMES,
  REGISTERS,
  type RegisterName,
} from '../../../../../areas/prepare/registers/words.ts';
import type { Entry } from '../../shell/entry.ts';
import { shell } from '../../shell/parent.ts';
import { searchOf, text } from '../../shell/search.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { W } from '../../words.ts';

const calls = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/calls',
  component: lazyPart(() => import('./calls-page.tsx'), 'CallsPage'),
});
const isRegister = (name: string): name is RegisterName =>
  (REGISTER_NAMES as readonly string[]).includes(name);
const register = createRoute({
  getParentRoute: () => shell,
  path: '/prepare/registers/$register',
  params: {
    parse: ({ register: name }) => {
      if (!isRegister(name)) throw notFound();
      return { register: name };
    },
    stringify: ({ register: name }) => ({ register: name }),
  },
  ...searchOf({ search: text, open: text }),
  component: lazyPart(() => import('./register-page.tsx'), 'RegisterPage'),
});

export const routes = [calls, register] as const;

/** Call trees and plans have screens of their own. */
const listed = REGISTER_NAMES.filter((name) => name !== 'call-trees' && name !== 'plans');

export const entries: readonly Entry[] = [
  {
    key: 'calls',
    room: 'prepare',
    word: W.callMatrix,
    link: { to: '/prepare/calls' },
    needs: 'register.read',
  },
  ...listed.map(
    (name): Entry => ({
      key: `register ${name}`,
      room: 'prepare',
      word: REGISTERS[name].name,
      link: { to: '/prepare/registers/$register', params: { register: name } },
      needs: 'register.read',
    }),
  ),
];
