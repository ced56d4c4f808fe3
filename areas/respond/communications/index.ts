export { findStatement, inquiriesOf, statementsOf, waitingForApproval, withheldOf } from './store.ts';
