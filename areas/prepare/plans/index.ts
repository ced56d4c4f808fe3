export { followPlan } from './follow-plan.ts';
export { holdPlan, type PlanInForce, plansInForce, plansReadable } from './plans-in-force.ts';
export { incidentsBy, isPlanInUse, versionsInUse } from './store.ts';
