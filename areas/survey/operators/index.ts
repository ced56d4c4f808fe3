export { findOperator, listOperators } from './store.ts';
