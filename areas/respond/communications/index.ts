export { statementsOf, waitingForApproval } from './store.ts';
