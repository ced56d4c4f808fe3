/** What the things above write of an incident, each within its own transaction, which has locked the incident. */
export {
  deleteRule,
  insertIncident,
  insertRule,
  linkSignals,
  lockWeighed,
  markMerged,
  moveSignals,
  moveWeighed,
  type NewIncident,
  putLink,
  removeLink,
  setRestricted,
  setShare,
  setState,
  unlinkSignals,
  updateRule,
} from './store.ts';
