export { draftImprovement } from './draft-improvement.ts';
