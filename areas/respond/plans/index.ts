export { stampedPlan } from './read-plan.ts';
export { estimatesOf } from './store.ts';
