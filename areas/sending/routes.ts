import type { Served } from '../route.ts';
import { routes as channels } from './channels/routes.ts';
import type { contracts } from './contracts.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = { ...channels };
