import type { Served } from '../route.ts';
import type { contracts } from './contracts.ts';
import { routes as heartbeats } from './monitors/routes.ts';
import { routes as signals } from './signals/routes.ts';
import { routes as sources } from './sources/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = { ...sources, ...signals, ...heartbeats };
