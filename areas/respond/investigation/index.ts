export { openHypothesisWithin, settleWithin } from './presume.ts';
export { hypothesesOf } from './store.ts';
