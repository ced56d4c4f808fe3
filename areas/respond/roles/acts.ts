/** What staffing writes of who holds a role, within its own transaction, which has locked the incident. */
export { putRole, setAttended, setOffer } from './store.ts';
