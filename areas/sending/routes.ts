import type { Route } from '../route.ts';
import { routes as channels } from './channels/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: readonly Route[] = [...channels];
