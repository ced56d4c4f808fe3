import type { Served } from '../route.ts';
import { routes as cases } from './cases/routes.ts';
import type { contracts } from './contracts.ts';
import { routes as improvements } from './improvements/routes.ts';
import { routes as lessons } from './lessons/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = { ...cases, ...lessons, ...improvements };
