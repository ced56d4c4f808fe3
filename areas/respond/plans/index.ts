export { choosePlanWithin } from './choose-plan.ts';
