export { followPlan } from './follow-plan.ts';
export { type PlanInForce, plansInForce, plansReadable } from './plans-in-force.ts';
export { incidentsBy, isPlanInUse } from './store.ts';
