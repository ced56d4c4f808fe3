import type { IncidentState, Rating } from './schema.ts';

/** Nobody is given work in an incident that is over; one that is resolved may still be reopened. */
export const isOver = ({ state }: { readonly state: IncidentState }): boolean => state === 'closed';

/** The overall level is the highest of the three viewpoints (domain facts §5). */
export const overallOf = ({ continuity, safety, trust }: Rating): number =>
  Math.max(continuity, safety, trust);
