/** What others write of hypotheses, within their own transaction, which has locked the incident. */
export { openHypothesisWithin, settleWithin } from './presume.ts';
