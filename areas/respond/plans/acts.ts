/** What others decide about the plan of an incident, within their own transaction. */
export { choosePlanWithin } from './choose-plan.ts';
