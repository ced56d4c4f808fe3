export { technicianOfLink } from './store.ts';
export { putFound } from './work-board.ts';
