export { withdrawSwapsOf } from './withdraw-swaps.ts';
