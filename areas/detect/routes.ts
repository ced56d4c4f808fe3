import type { Route } from '../route.ts';
import { routes as heartbeats } from './monitors/routes.ts';
import { routes as signals } from './signals/routes.ts';
import { routes as sources } from './sources/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: readonly Route[] = [...sources, ...signals, ...heartbeats];
