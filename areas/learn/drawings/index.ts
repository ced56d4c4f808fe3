export { inTurn } from './in-turn.ts';
export { keeping } from './keeping.ts';
