export { findStatement, statementsOf, waitingForApproval } from './store.ts';
