export { followPlan } from './follow-plan.ts';
export { holdPlan, type PlanInForce, plansInForce, plansReadable } from './plans-in-force.ts';
export { incidentsBy, isPlanInUse } from './store.ts';
