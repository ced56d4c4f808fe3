export { choosePlanWithin } from './choose-plan.ts';
export { stampedPlan } from './read-plan.ts';
export { estimatesOf } from './store.ts';
