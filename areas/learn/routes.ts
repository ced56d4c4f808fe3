import type { Route } from '../route.ts';
import { routes as cases } from './cases/routes.ts';
import { routes as improvements } from './improvements/routes.ts';
import { routes as lessons } from './lessons/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: readonly Route[] = [...cases, ...lessons, ...improvements];
