export { findStatement, statementsOf, waitingForApproval, withheldOf } from './store.ts';
