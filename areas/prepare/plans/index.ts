export { followPlan } from './follow-plan.ts';
export { type PlanInForce, plansInForce } from './plans-in-force.ts';
