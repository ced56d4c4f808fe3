/** What staffing writes of who holds a role, within its own transaction, which has locked the incident. */
export { putRole, removeRole, setAttended, setOffer } from './store.ts';
