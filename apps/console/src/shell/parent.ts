import { createRootRoute, createRoute } from '@tanstack/react-router';

/** What stands outside the frame (signing in) hangs here; the frame itself is put in by the router. */
export const root = createRootRoute();
/** Screens within the frame of rail and strip hang here. */
export const shell = createRoute({ getParentRoute: () => root, id: 'shell' });
