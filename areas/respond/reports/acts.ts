/** What others write of reports, within their own transaction. */
export { ruleOutWithin } from './rule-out.ts';
