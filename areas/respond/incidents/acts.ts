/** What the things above write of an incident, each within its own transaction, which has locked the incident. */
export {
  insertIncident,
  markMerged,
  type NewIncident,
  putLink,
  removeLink,
  setDetails,
  setRestricted,
  setShare,
  setState,
} from './store.ts';
